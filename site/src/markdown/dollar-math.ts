import { mathFromMarkdown } from 'mdast-util-math';
import { math } from 'micromark-extension-math';
import type { Code, Construct, Effects, State } from 'micromark-util-types';
import type { Parent, Root } from 'mdast';
import type { Processor } from 'unified';

const DOLLAR = 36;
const BACKSLASH = 92;
const isEnd = (code: Code): boolean => code === null;
const isLineEnding = (code: Code): boolean => code !== null && code < -2;
const isSpace = (code: Code): boolean => code !== null && (code < 0 || code === 32);
const isDigit = (code: Code): boolean => code !== null && code >= 48 && code <= 57;

/**
 * `$…$` and `$$…$$` within a line, where prices stay prices. The rule is Pandoc's (`tex_math_dollars`): the opening `$`
 * has something directly after it, the closing one something directly before it and no digit after it. So `$5 to $10`
 * is no formula.
 */
const inlineDollars: Construct = {
  name: 'dollarMath',
  previous(code) {
    return code !== DOLLAR || this.events.at(-1)?.[1].type === 'characterEscape';
  },
  tokenize(effects: Effects, ok: State, nok: State): State {
    let opening = 0;
    let closing = 0;
    let before: Code = null;
    return function start(code) {
      effects.enter('mathText');
      effects.enter('mathTextSequence');
      return open(code);
    };

    function open(code: Code): State | undefined {
      if (code === DOLLAR) {
        effects.consume(code);
        opening++;
        return open;
      }
      if (opening > 2 || (opening === 1 && isSpace(code))) return nok(code);
      effects.exit('mathTextSequence');
      return between(code);
    }

    function between(code: Code): State | undefined {
      if (isEnd(code)) return nok(code);
      if (isLineEnding(code)) {
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        before = code;
        return between;
      }
      if (code === DOLLAR) {
        closing = 0;
        effects.enter('mathTextSequence');
        return close(code);
      }
      effects.enter('mathTextData');
      return data(code);
    }

    function data(code: Code): State | undefined {
      if (isEnd(code) || isLineEnding(code) || code === DOLLAR) {
        effects.exit('mathTextData');
        return between(code);
      }
      effects.consume(code);
      before = code;
      return code === BACKSLASH ? escaped : data;
    }

    function escaped(code: Code): State | undefined {
      if (code !== DOLLAR) return data(code);
      effects.consume(code);
      before = code;
      return data;
    }

    function close(code: Code): State | undefined {
      if (code === DOLLAR) {
        effects.consume(code);
        closing++;
        return close;
      }
      const isFormula = opening === 2 || (!isSpace(before) && !isDigit(code));
      if (closing === opening && isFormula) {
        effects.exit('mathTextSequence');
        effects.exit('mathText');
        return ok(code);
      }
      // A lone dollar inside `$$…$$` is part of it; inside `$…$` it says that the first one was a price.
      if (opening === 1) return nok(code);
      effects.exit('mathTextSequence').type = 'mathTextData';
      before = DOLLAR;
      return between(code);
    }
  },
};

/** Formulas for remark: inside a line by the rule above, and as blocks between lines of `$$`. */
export function remarkDollarMath(this: Processor) {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push({ flow: math().flow, text: { [DOLLAR]: inlineDollars } });
  (data.fromMarkdownExtensions ??= []).push(mathFromMarkdown());
}

/** `$$…$$` alone in its paragraph is a block, as most people mean it. */
export const remarkLoneFormula = () => (tree: Root, file: { value: unknown }) => {
  const source = String(file.value);
  const visit = (parent: Parent): void => {
    for (const [index, node] of parent.children.entries()) {
      if (!('children' in node)) continue;
      const only = node.type === 'paragraph' && node.children.length === 1 ? node.children[0] : undefined;
      if (only?.type === 'inlineMath' && source.startsWith('$$', only.position?.start.offset)) {
        const code = { type: 'element', tagName: 'code', properties: { className: ['language-math'] } };
        const children = [{ ...code, children: [{ type: 'text', value: only.value }] }];
        parent.children[index] = {
          type: 'math',
          value: only.value,
          data: { hName: 'pre', hChildren: children },
        } as never;
      } else visit(node);
    }
  };
  visit(tree);
};
