import 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's name, a key of all words: room.title */
    title?: string
    /** What the operator must be allowed to open it. */
    permission?: string
    /** Without menu and top bar: signing in, first run. */
    bare?: boolean
    /** For whoever has its link, signed in or not. */
    open?: boolean
    /** The page above it, for the way back. */
    parent?: string
  }
}

export {}
