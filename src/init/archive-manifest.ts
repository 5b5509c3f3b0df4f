/** Installs the hook that checks what is committed, where there is a repository. `npm ci` runs it, too. */
const prepare = 'node node_modules/dafu/src/setup/git-hook.mjs';

/** Installs what is missing, says so in Chinese when that fails, and takes a second when nothing is missing. */
const install = `npm install --ignore-scripts --no-audit --no-fund --loglevel=error && ${prepare} || node -e "console.error('依赖安装失败：请检查网络和 npm 的设置后重试。');process.exit(1)"`;

/**
 * The `package.json` of a new archive: the same commands as in the program's repository.
 *
 * @param program The version of the program that it depends on, as npm writes it.
 */
export function writeManifest(program: string): string {
  const manifest = {
    private: true,
    description: '建议提案答复档案',
    scripts: {
      prepare,
      prestart: install,
      start: 'dafu build && dafu archive dist && dafu serve',
      predev: install,
      dev: 'dafu dev',
      pretest: install,
      test: 'dafu check && dafu build',
      check: 'dafu check',
      build: 'dafu build',
      archive: 'dafu archive',
    },
    dependencies: { dafu: program },
    engines: { node: '>=20.10' },
    // No package runs a script while it is installed; the archive's own `prepare` is none of a package.
    allowScripts: { 'msgpackr-extract': false, 'tesseract.js': false },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
