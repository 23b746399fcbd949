import type { Cents } from '@/shared/money'

type Brand<V> = V extends number ? Cents : V extends readonly number[] ? Cents[] : V

type InCents = `${string}Cents` | 'cents' | 'then'

/** An answer of the platform in which whatever is money is typed as money: fields named …Cents, prices and amount limits. */
export type Branded<T> = T extends readonly (infer E)[]
  ? Branded<E>[]
  : T extends object
    ? {
        [K in keyof T]: K extends InCents
          ? Brand<T[K]>
          : K extends 'amountLimits'
            ? { [P in keyof T[K]]: Brand<T[K][P]> }
            : Branded<T[K]>
      }
    : T
