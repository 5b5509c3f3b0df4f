import { describe, expect, it, vi } from 'vitest';
import { answerOf, openPage, stateOf, turn } from './search-controller.fixture.ts';
import { idleState } from './search-state.ts';

describe('the search page', () => {
  it('aborts a question when a second one is asked, and shows only the second', async () => {
    const { controller, searches, shown } = openPage();
    controller.go(stateOf('甲'), 'typed');
    await turn();
    controller.go(stateOf('甲乙'), 'typed');
    await turn();
    expect(searches.map(({ text, signal }) => [text, signal.aborted])).toEqual([
      ['甲', true],
      ['甲乙', false],
    ]);
    searches[1]?.end(2);
    searches[0]?.end(9);
    await turn();
    expect(shown).toEqual(['searching', 'searching', '甲乙 1: 2']);
  });

  it('sends no search that is overtaken before the engine has started', async () => {
    const { controller, searches } = openPage();
    controller.go(stateOf('甲'), 'typed');
    controller.go(stateOf('乙'), 'typed');
    await turn();
    expect(searches.map(({ text }) => text)).toEqual(['乙']);
  });

  it('shows partial results, once there are any, and then the whole', async () => {
    const { controller, searches, shown } = openPage();
    controller.go(stateOf('甲'), 'submitted');
    await turn();
    searches[0]?.onProgress(answerOf(0, false));
    searches[0]?.onProgress(answerOf(4, false));
    searches[0]?.end(9);
    await turn();
    expect(shown).toEqual(['searching', '甲 1: 4…', '甲 1: 9']);
  });

  it('shows another page of the same results without a search', async () => {
    const { controller, searches, shown } = openPage();
    controller.go(stateOf('甲'), 'submitted');
    await turn();
    searches[0]?.end(50);
    await turn();
    controller.go(stateOf('甲', 2), 'decided');
    await turn();
    expect(searches).toHaveLength(1);
    expect(shown).toEqual(['searching', '甲 1: 50', '甲 2: 50']);
  });

  it.each([
    [40, 2],
    [41, 3],
    [0, 1],
  ])('with %i results a page beyond the last leads to page %i', async (count, last) => {
    const { controller, searches, shown, written } = openPage();
    controller.go(stateOf('甲', 7), 'decided');
    await turn();
    searches[0]?.end(count);
    await turn();
    expect(shown.at(-1)).toBe(`甲 ${last}: ${count}`);
    expect(written).toEqual(['甲 7 decided', `甲 ${last} decided`]);
    expect(controller.state().page).toBe(last);
  });

  it('asks for nothing where nothing is asked', async () => {
    const { controller, searches, shown } = openPage();
    controller.go(idleState, 'typed');
    await turn();
    expect(searches).toEqual([]);
    expect(shown).toEqual(['idle']);
  });

  it('reports a failure once, discards the engine and searches again on demand', async () => {
    const { controller, engine, searches, shown } = openPage();
    controller.go(stateOf('甲'), 'submitted');
    await turn();
    searches[0]?.fail();
    await turn();
    expect(shown).toEqual(['searching', 'failed']);
    expect(engine.discard).toHaveBeenCalledOnce();
    controller.retry();
    await turn();
    searches[1]?.end(3);
    await turn();
    expect(shown.slice(2)).toEqual(['searching', '甲 1: 3']);
  });

  it('reports no failure of a question that was overtaken', async () => {
    const { controller, engine, searches, shown } = openPage();
    controller.go(stateOf('甲'), 'submitted');
    await turn();
    controller.go(stateOf('乙'), 'submitted');
    searches[0]?.fail();
    await turn();
    expect(shown).not.toContain('failed');
    expect(engine.discard).not.toHaveBeenCalled();
  });

  it('reports results that are found and cannot be shown', async () => {
    const { controller, searches, shown, view } = openPage();
    view.showAnswer = () => Promise.reject(new Error('missing file'));
    controller.go(stateOf('甲'), 'submitted');
    await turn();
    searches[0]?.end(3);
    await turn();
    expect(shown).toEqual(['searching', 'failed']);
  });
});

describe('a script that searches', () => {
  it('gets all ids, and waits for the search before its own', async () => {
    const { controller, searches } = openPage();
    const [one, two] = [controller.findAll('甲'), controller.findAll(' 乙 ')];
    await turn();
    expect(searches.map(({ text }) => text)).toEqual(['甲']);
    searches[0]?.end(2);
    expect(await one).toEqual(['0', '1']);
    await turn();
    expect(searches.map(({ text }) => text)).toEqual(['甲', '乙']);
    searches[1]?.end(1);
    expect(await two).toEqual(['0']);
  });

  it('is answered by what is shown already, and by nothing where it asks for nothing', async () => {
    const { controller, searches } = openPage();
    controller.readAddress('stay');
    await turn();
    searches[0]?.end(3);
    expect(await controller.findAll('地址')).toHaveLength(3);
    expect(await controller.findAll('')).toEqual([]);
    expect(searches).toHaveLength(1);
  });

  it('is refused with an AbortError when the visitor asks for something else', async () => {
    const { controller, searches } = openPage();
    const overtaken = expect(controller.findAll('甲')).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
    await turn();
    controller.go(stateOf('乙'), 'typed');
    searches[0]?.end(3);
    await overtaken;
  });

  it('gets the reason why a search failed', async () => {
    const { controller, searches } = openPage();
    const failed = expect(controller.findAll('甲')).rejects.toThrow('missing file');
    await turn();
    searches[0]?.fail();
    await failed;
  });
});

describe('an export', () => {
  it('waits for the search that is under way', async () => {
    const { controller, searches } = openPage();
    controller.go(stateOf('甲'), 'submitted');
    await turn();
    const write = vi.fn(() => Promise.resolve());
    const exported = controller.exportAll(write);
    await turn();
    expect(write).not.toHaveBeenCalled();
    searches[0]?.end(3);
    await exported;
    expect(write).toHaveBeenCalledOnce();
    expect(searches).toHaveLength(1);
  });

  it('is not written once something else is asked', async () => {
    const { controller, searches, shown } = openPage();
    controller.go(stateOf('甲'), 'submitted');
    await turn();
    const write = vi.fn(() => Promise.resolve());
    const exported = controller.exportAll(write);
    controller.go(stateOf('乙'), 'submitted');
    searches[0]?.end(3);
    await exported;
    expect(write).not.toHaveBeenCalled();
    expect(shown).not.toContain('failed');
  });

  it('that fails is reported in the page', async () => {
    const { controller, searches, shown } = openPage();
    controller.go(stateOf('甲'), 'submitted');
    await turn();
    searches[0]?.end(3);
    await controller.exportAll(() => Promise.reject(new Error('missing file')));
    expect(shown.filter((what) => what === 'failed')).toHaveLength(1);
  });
});
