import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { z } from 'zod';

const commitSchema = z.object({
  variables: z.object({
    input: z.object({
      branch: z.object({ repositoryNameWithOwner: z.string(), branchName: z.string() }),
      fileChanges: z.object({
        additions: z.array(z.object({ path: z.string(), contents: z.base64() })),
        deletions: z.array(z.unknown()).optional(),
      }),
    }),
  }),
});

/** What was asked of GitHub, as much as the editor needs of it. */
export interface InventedGitHub {
  /** Origins that were asked. */
  asked: Set<string>;
  /** Files of each commit, by path. */
  commits: Map<string, string>[];
}

/** Answers in GitHub's place, with a repository of one file. Whoever else is asked does not answer. */
export async function inventGitHub(page: Page, path: string, text: string): Promise<InventedGitHub> {
  const asked = new Set<string>();
  const commits: Map<string, string>[] = [];
  const sha = createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');
  const author = { name: '虚构', email: 'a@example.org', user: { id: 1, login: 'editor' } };
  const history = { nodes: [{ oid: 'c1', message: '虚构', author, committedDate: '2020-01-02T00:00:00Z' }] };
  const answer = (address: string, body: string): unknown => {
    if (address === '/user')
      return { id: 1, login: 'editor', avatar_url: 'https://avatars.githubusercontent.com/u/1' };
    if (address.includes('/git/trees/'))
      return { tree: [{ path, mode: '100644', type: 'blob', sha, size: Buffer.byteLength(text) }] };
    if (body.includes('createCommitOnBranch')) {
      const { input } = commitSchema.parse(JSON.parse(body)).variables;
      const files = input.fileChanges.additions.map(
        (file) => [file.path, Buffer.from(file.contents, 'base64').toString()] as const,
      );
      commits.push(new Map(files));
      return {
        data: {
          createCommitOnBranch: {
            commit: { oid: 'c2', committedDate: '2020-01-03T00:00:00Z', file_0: { oid: 'b2' } },
          },
        },
      };
    }
    const target = { oid: 'c1', message: '虚构', history };
    const repository = { ref: { target }, content_0: { text, isTruncated: false }, commit_0: { target } };
    return { data: { repository } };
  };
  await page.route(/^https:/, async (route) => {
    const request = route.request();
    const { origin, pathname } = new URL(request.url());
    asked.add(origin);
    if (origin !== 'https://api.github.com') return route.abort();
    if (pathname.includes('/collaborators/')) return route.fulfill({ status: 204 });
    return route.fulfill({ json: answer(pathname, request.postData() ?? '') });
  });
  return { asked, commits };
}
