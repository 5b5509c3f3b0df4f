import { address } from '../../archive/address.ts';
import { makeWithdrawnPage } from '../../data/letter/withdrawn-letter.ts';
import { summarise } from '../../data/lists/letter-lists.ts';
import { firstDue } from '../../data/commitments/commitment-text.ts';
import { makeHomePage } from '../../data/pages/home-page.ts';
import { makeListPages } from '../../data/pages/list-page.ts';
import { makeOverviews } from '../../data/pages/overview-page.ts';
import { paginateQuestions } from '../../data/relations/question-pages.ts';
import { exampleLetter, makeSearchExamples } from '../../data/pages/search-examples.ts';
import type { ShownPage } from '../../data/pages/shown-page.ts';
import { makeStatisticsPage } from '../../data/pages/statistics-page.ts';
import { relateLetters } from '../../data/relations/related-letters.ts';
import { countHandling, type HandlingPage } from '../../data/statistics/handling-counts.ts';
import { measureCoverage } from '../../data/statistics/session-coverage.ts';
import { readLetterFile } from '../../content-files/letter-file.ts';
import { renderPage } from '../../markdown/rendered-page.ts';
import { countCommitments, type ContentSnapshot } from '../content-snapshot.ts';
import { digest } from '../digest.ts';
import { planLedger } from './ledger-plan.ts';
import type { PlannedPage } from './planned-page.ts';
import { planPolicies } from './policy-plan.ts';
import type { SharedContent, SharedLetter } from './shared-content.ts';

/** Plans every page about several letters or none, except those that state sizes of other files. */
export function planSharedPages(content: SharedContent): PlannedPage[] {
  const { frame, letters, lists } = content;
  const plan = (path: string, page: ShownPage): PlannedPage => ({
    path,
    key: digest(page.kind, asDigests(page.shows)),
    gather: () => page,
  });
  const years = lists.years.map(summarise);
  return [
    plan(address.notFound, { kind: 'notFound', shows: { years } }),
    plan(address.statistics, {
      kind: 'statistics',
      shows: makeStatisticsPage(letters, lists, frame.site, countCommitments(letters)),
    }),
    plan(address.coverage, { kind: 'coverage', shows: measureCoverage(letters, frame.site.sessions) }),
    plan(address.handling, { kind: 'handling', shows: compareHandling(content) }),
    ...paginateQuestions(content.questions).map((shows) =>
      plan(address.questionsPage(shows.number), { kind: 'questions', shows }),
    ),
    ...makeOverviews(lists, letters.length).map((shows) =>
      plan(address.overview(shows.way), { kind: 'overview', shows }),
    ),
    ...makeListPages(lists).map((shows) => {
      const { list, number } = shows.page;
      return plan(address.list(list.way, list.slug, number), { kind: 'list', shows });
    }),
    ...planLedger(content),
    ...planPolicies(content),
    ...content.withdrawn.map((letter) =>
      plan(address.reply(letter.id), { kind: 'withdrawn', shows: makeWithdrawnPage(letter, frame.site) }),
    ),
    ...content.redirects.map((shows) => plan(shows.from, { kind: 'redirect', shows })),
    ...content.pages.map(({ id, body, frontmatter: { title, description } }) => {
      const folder = id.slice(0, id.lastIndexOf('/') + 1);
      const beside = folder === '' ? [] : content.pages.filter((other) => other.id.startsWith(folder));
      const shows = {
        id,
        title,
        description,
        ...renderPage(body),
        beside: beside.map((other) => ({ id: other.id, title: other.frontmatter.title })),
      };
      return plan(`${id}.html`, { kind: 'content', shows });
    }),
  ];
}

/** Plans the pages that show something of the text of one letter: the home page and the search page. */
export function planExamplePages(snapshot: ContentSnapshot): PlannedPage[] {
  return [planHome(snapshot), planSearch(snapshot)];
}

function compareHandling({ letters, lists, questions }: SharedContent): HandlingPage {
  const relate = relateLetters(letters, questions);
  return countHandling(
    lists.agencies,
    ({ facts }) => facts.handling,
    (letter) => relate(letter).sameProposal,
  );
}

function planHome({ content, letters, lists }: ContentSnapshot): PlannedPage {
  const [newest] = letters;
  const commitments = countCommitments(letters);
  return {
    path: address.home,
    key: digest('home', asDigests(makeHomePage(letters, lists, [], commitments)), newest?.facts.sha256),
    gather: () => ({
      kind: 'home',
      shows: makeHomePage(
        letters,
        lists,
        newest ? renderPage(readLetterFile(content, newest.facts.name).body).headings : [],
        commitments,
      ),
    }),
  };
}

function planSearch({ content, letters, lists }: ContentSnapshot): PlannedPage {
  const years = lists.years.map(summarise);
  const letter = exampleLetter(letters);
  const hasPromises = letters.some(({ commitments }) => firstDue(commitments) !== undefined);
  const makeExamples = (body: string) => makeSearchExamples({ letters, body, hasPromises });
  return {
    path: address.search,
    key: digest('search', asDigests([years, makeExamples('')]), letter?.facts.sha256),
    gather: () => {
      const body = letter ? readLetterFile(content, letter.facts.name).body : '';
      return { kind: 'search', shows: { years, examples: makeExamples(body) } };
    },
  };
}

/** Replaces letters by their digests, and maps by their entries, so that JSON tells different pages apart. */
function asDigests(value: unknown): unknown {
  if (value instanceof Map) return [...value];
  if (Array.isArray(value)) return value.map(asDigests);
  if (typeof value !== 'object' || value === null) return value;
  if (isSnapshotLetter(value)) return value.digest;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asDigests(inner)]));
}

function isSnapshotLetter(value: object): value is SharedLetter {
  return 'facts' in value && 'digest' in value;
}
