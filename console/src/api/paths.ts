// The addresses of the platform's HTTP API in the form of openapi-typescript.
import type { Plain } from './branded'
import type * as t from './types'

type Json<T> = { content: { 'application/json': Plain<T> } }
type Answer<T> = { responses: { 200: Json<T> } }
type Query<Q> = { parameters: { query?: Q } }
type In<P> = { parameters: { path: P } }
type Body<B> = { requestBody: Json<B> }
type Keyed = { parameters: { header: { 'Idempotency-Key': string } } }
type Paging = { after?: string; limit?: number }
type Id = In<{ id: number }>
type Nothing = { responses: { 204: { content?: never } } }

export interface paths {
  '/api/v1/session': {
    get: Answer<t.Me>
    post: Body<{ name: string; password: string; language?: t.Language }> & Answer<t.Me>
    delete: Nothing
  }
  '/api/v1/session/language': { put: Body<{ language: t.Language }> & Nothing }
  '/api/v1/session/password': { put: Body<{ old: string; password: string }> & Nothing }
  '/api/v1/setup': { get: Answer<t.SetupState> }
  '/api/v1/setup/administrator': { post: Body<{ secret: string; name: string; password: string }> & Nothing }
  '/api/v1/setup/unit': { post: Body<{ unitName: string; wording: t.Wording; zone: string }> & Nothing }
  '/api/v1/today': { get: Answer<t.Today> }
  '/api/v1/books': { get: Answer<t.BooksState> }
  '/api/v1/books/verify': { post: Answer<t.BooksReport> }
  '/api/v1/purchases': {
    get: Query<Paging & { merchantId?: number; terminalId?: number; personId?: number; result?: 'taken' | 'refused'; day?: string }> &
      Answer<t.Page<t.LiveRow>>
  }
  '/api/v1/people': {
    get: Query<Paging & { q?: string; departmentId?: number; groupId?: number }> & Answer<t.Page<t.Person>>
    post: Body<t.NewPerson> & Answer<t.PersonRecord>
  }
  '/api/v1/people/{id}': { get: Id & Answer<t.PersonFile>; patch: Id & Body<{ name?: string; departmentId?: number; groupId?: number | null; phone?: string | null }> & Answer<t.PersonRecord> }
  '/api/v1/people/{id}/statement': { get: Id & Query<Paging> & Answer<t.Page<t.StatementLine>> }
  '/api/v1/people/{id}/refusals': { get: Id & Query<Paging> & Answer<t.Page<t.LiveRow>> }
  '/api/v1/people/{id}/cards': { post: Id & Body<{ uid: string; validUntil?: string }> & Answer<t.PersonCard> }
  '/api/v1/departments': { get: Answer<t.Page<t.Department>> }
  '/api/v1/groups': { get: Answer<t.Page<t.Group>>; post: Body<{ code: string; name: string; value: number }> & Answer<t.Group> }
  '/api/v1/groups/{id}': {
    patch: Id & Body<{ code?: string; name?: string; value?: number }> & Answer<t.Group>
    delete: Id & Nothing
  }
  '/api/v1/cards/{uid}': { get: In<{ uid: string }> & Answer<t.CardFound> }
  '/api/v1/top-ups': {
    get: Query<Paging & { mine?: boolean; day?: string }> & Answer<t.TopUps>
    post: Keyed & Body<t.NewTopUp> & Answer<t.TopUpDone>
  }
  '/api/v1/top-ups/{operationId}/undo': { post: Keyed & In<{ operationId: string }> & Answer<t.TopUpDone> }
  '/api/v1/merchants': { get: Answer<t.Page<t.Merchant>>; post: Body<{ name: string }> & Answer<t.Merchant> }
  '/api/v1/merchants/{id}': { patch: Id & Body<{ name: string }> & Answer<t.Merchant>; delete: Id & Nothing }
  '/api/v1/merchants/{id}/outlets': { post: Id & Body<{ name: string }> & Answer<{ id: number; name: string }> }
  '/api/v1/meals': {
    get: Answer<t.Page<t.Meal>>
    post: Body<{ name: string; nameEn?: string; kind: t.MealKind; order: number; from: string; to: string; validFrom?: string }> & Answer<t.Meal>
  }
  '/api/v1/meals/{id}': { patch: Id & Body<{ name?: string; nameEn?: string; kind?: t.MealKind; order?: number }> & Answer<t.Meal>; delete: Id & Nothing }
  '/api/v1/meals/{id}/periods': { put: Id & Body<{ merchantId?: number; validFrom: string; from?: string; to?: string; served?: boolean }> & Answer<t.Meal> }
  '/api/v1/meals/{id}/periods/{period}': { delete: In<{ id: number; period: number }> & Nothing }
  '/api/v1/rules': { get: Answer<t.Page<t.Rule>>; post: Body<Omit<t.Rule, 'id' | 'sentence'>> & Answer<t.Rule> }
  '/api/v1/rules/{id}': { put: Id & Body<Omit<t.Rule, 'id' | 'sentence'>> & Answer<t.Rule>; delete: Id & Nothing }
  '/api/v1/rules/try': { post: Body<t.Trial> & Answer<t.TrialVerdict> }
  '/api/v1/rules/sentence': { post: Body<Omit<t.Rule, 'id' | 'sentence'>> & Answer<{ sentence: string }> }
  '/api/v1/terminals': { get: Answer<t.Page<t.Terminal>>; post: Body<t.NewTerminal> & Answer<{ terminal: t.Terminal; key: string }> }
  '/api/v1/terminals/{id}': {
    patch: Id & Body<{ machineNo?: number | null; name?: string; merchantId?: number; outletId?: number | null; served?: boolean }> & Answer<t.Terminal>
  }
  '/api/v1/terminals/{id}/rotate-key': { post: Id & Answer<{ key: string }> }
  '/api/v1/terminals/{id}/revoke': { post: Id & Answer<t.Terminal> }
  '/api/v1/terminals/knocking': { get: Answer<t.Page<t.Knocking>> }
  '/api/v1/reports/daily-purchases': {
    get: Query<{ from: string; to: string; merchantId?: number; view?: 'transaction' | 'booking' }> & Answer<t.DailyPurchases>
  }
  '/api/v1/audit': { get: Query<Paging & { q?: string }> & Answer<t.Page<t.AuditEvent>> }
}
