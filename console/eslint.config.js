import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

const rooms = ['today', 'purchases', 'people', 'photos', 'cards', 'terminals', 'rules', 'merchants', 'reports', 'system']

export default ts.config(
  { ignores: ['dist', 'target', 'node_modules', 'components.d.ts', 'src/api/schema.d.ts'] },
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: ['**/*.{ts,vue}'],
    rules: {
      // The types are checked by vue-tsc; the layout of templates is left to the hand.
      'no-undef': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      // vue-tsc knows whether a switch over our own kinds is exhaustive; this rule does not.
      'vue/return-in-computed-property': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      'vue/require-default-prop': 'off',
      // A static style attribute is blocked by the content security policy.
      'vue/no-static-inline-styles': 'error',
      'vue/no-v-html': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.name='parseFloat']", message: 'Money is parsed by parseYuan, counts by Number.' },
        { selector: "MemberExpression[property.name='innerHTML']", message: 'Texts are set as texts.' },
      ],
    },
  },
  // A room imports shared, api and itself, never another room.
  ...rooms.map((room) => ({
    files: [`src/rooms/${room}/**/*.{ts,vue}`],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [
          { group: [...rooms.filter((r) => r !== room).map((r) => `@/rooms/${r}/**`), '../../rooms/**', '@/layouts/**', '@/main'],
            message: 'A room imports shared, api and itself, never another room.' },
          ...rooms.filter((r) => r !== room).map((r) => ({ group: [`../${r}/**`], message: 'A room never imports another room.' })),
        ],
      }],
    },
  })),
  {
    files: ['src/shared/**/*.{ts,vue}', 'src/api/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['@/rooms/**', '**/rooms/**', '@/layouts/**'], message: 'Shared things know no room.' }] }] },
  },
  { files: ['build/**/*.mjs', '*.js'], rules: { 'no-restricted-syntax': 'off' } },
)
