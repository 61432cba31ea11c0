// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/memory_judge.h"

#include <algorithm>

#include "base/digest.h"
#include "domain/entity.h"
#include "domain/merge.h"
#include "domain/rating_rules.h"
#include "domain/scorecard_rules.h"
#include "domain/survey_rules.h"
#include "sync/memory_centre.h"
#include "sync/told_changes.h"

namespace ow::sync {

using domain::EntityKey;
using domain::FieldChange;
using domain::ScopeId;
using domain::Value;
using domain::WrittenOperation;
using Outcome = domain::PushOutcome;

namespace {

bool isProposalKept(std::string_view entity, std::string_view rule) {
  if (entity == "ticket") return false;  // another window called that number first: there is nothing to decide
  return rule == "state_moved" || rule == "erased" || rule == "cause_refused" || rule == "rivals_changed" ||
         rule == "already_rated" || rule == "already_answered";
}

bool isOfTheCentre(std::string_view entity) {
  return entity == "conflict" || entity == "proposal";
}

bool isKnown(const WrittenOperation& operation, int schema) {
  if (operation.entity == "document" && schema <= MemoryCentre::kBeforeDocuments) return false;
  if (operation.entity == "pad" && schema <= MemoryCentre::kBeforePads) return false;
  if (operation.entity == "rating_review" && schema <= MemoryCentre::kBeforeReviews) return false;
  if (operation.entity.starts_with("survey_") && schema <= MemoryCentre::kBeforeSurveys) return false;
  const auto kind = base::fromCode<domain::EntityKind>(operation.entity);
  const bool isOfScorecards = kind && (domain::isOfScorecards(*kind) || *kind == domain::EntityKind::ticket);
  if (isOfScorecards && schema <= MemoryCentre::kBeforeScorecards) return false;
  return operation.format <= domain::Operation::kFormat && kind && base::fromCode<domain::OperationKind>(operation.kind);
}

std::string contentOf(const WrittenOperation& operation, const std::optional<std::vector<FieldChange>>& changes) {
  std::string all;
  for (const std::string& part :
       {operation.kind, operation.entity, operation.entityId.text(), std::to_string(base::toMillis(operation.at)),
        operation.author ? operation.author->text() : "", operation.desk, operation.purpose, std::to_string(operation.format),
        operation.cause ? operation.cause->text() : "", changes ? canonicalChanges(operation, *changes) : operation.changes})
    all += std::to_string(part.size()) + ":" + part;
  return base::sha256Hex(all);
}

// Whom the entity of an operation belongs to, as far as the operation says.
std::vector<EntityKey> parentsOf(const ToldOperation& operation) {
  std::vector<EntityKey> parents;
  for (const std::string_view field : domain::parentFields(operation.written.entity)) {
    const std::string kind = field.find("party") != std::string_view::npos ? "party" : "case";
    for (const FieldChange& change : operation.changes) {
      const auto* text = std::get_if<std::string>(&change.after);
      if (change.field != field || text == nullptr) continue;
      if (const auto id = domain::EntityId::parse(*text)) parents.push_back({kind, *id});
    }
  }
  return parents;
}

}  // namespace

Verdict MemoryJudge::judge(const WrittenOperation& operation) {
  const auto changes = readToldChanges(operation);
  const std::string content = contentOf(operation, changes);
  if (const LoggedOperation* logged = m_state.log.find(operation.id))
    return logged->content == content ? Verdict{logged->outcome, logged->facts} : refused("id_reused");
  if (!isKnown(operation, m_state.schemaNow())) return {Outcome::postponed, {}};
  const ToldOperation told{operation, changes.value_or(std::vector<FieldChange>{})};
  const Verdict verdict = changes ? decide(told) : refused("malformed");
  if (verdict.outcome == Outcome::postponed) return verdict;
  if (verdict.outcome == Outcome::refused && isProposalKept(operation.entity, verdict.facts.front().value))
    keepProposal(told, verdict.facts.front().value);
  if (verdict.outcome == Outcome::refused && verdict.facts.front().value == "unknown_entity")
    return verdict;  // may be known later
  const bool isMaking = operation.kind == "create" || operation.kind == "append";
  m_state.log.edit(operation.id) = {content, verdict.outcome, verdict.facts,
                                    isMaking && verdict.outcome == Outcome::refused ? std::optional(told.key()) : std::nullopt,
                                    m_desk.hall};
  m_hasWritten = true;
  return verdict;
}

Verdict MemoryJudge::decide(const ToldOperation& operation) {
  if (!isOfOwnPad(operation)) return {Outcome::postponed, {{"rule", "pad_unknown"}}};
  if (isUnproven(operation)) return {Outcome::postponed, {{"rule", "author_unproven"}}};
  if (const auto verdict = keptByCentre(operation)) return *verdict;
  if (const auto refusal = author(operation)) return *refusal;
  if (const auto refusal = rating(operation)) return *refusal;
  if (const auto refusal = review(operation)) return *refusal;
  if (const auto refusal = survey(operation)) return *refusal;
  if (const auto refusal = scorecard(operation)) return *refusal;
  if (const auto refusal = where(operation)) return *refusal;
  const HeldEntity* entity = m_state.entities.find(operation.key());
  const std::string& kind = operation.written.kind;
  if (entity != nullptr && entity->isErased) {
    const bool isPutAwayTwice = kind == "erase" && operation.written.entity == "published_scorecard";
    return isPutAwayTwice ? Verdict{Outcome::merged, {}} : refused("erased");
  }
  if (const auto verdict = cause(operation)) return *verdict;
  if (kind == "create") return create(operation);
  if (kind == "append") return entity == nullptr ? create(operation) : again(operation);
  if (kind != "erase") return change(operation);
  m_merge.erase(operation.key());
  return {};
}

std::optional<Verdict> MemoryJudge::author(const ToldOperation& operation) const {
  if (!operation.written.author) return std::nullopt;
  const auto seat = m_staff.find(*operation.written.author);
  if (seat == m_staff.end() || !seat->second.isActive) return refused("unknown_author");
  const auto& rights = seat->second.rights;
  if (rights && !rights->contains(operation.written.entity)) return refused("not_your_right");
  return std::nullopt;
}

// On the staff, and not yet seen at this desk.
bool MemoryJudge::isUnproven(const ToldOperation& operation) const {
  const auto& author = operation.written.author;
  if (!author || !m_desk.proven || m_desk.proven->contains(*author)) return false;
  const auto seat = m_staff.find(*author);
  return seat != m_staff.end() && seat->second.isActive;
}

std::optional<Verdict> MemoryJudge::keptByCentre(const ToldOperation& operation) const {
  const WrittenOperation& written = operation.written;
  const bool isMadeHere = isOfTheCentre(written.entity) && written.kind != "transition";
  if (written.entity != "staff" && !isMadeHere) return std::nullopt;
  const bool isPerson = written.entity == "staff" && m_state.entities.find(operation.key()) != nullptr;
  return isPerson ? Verdict{Outcome::merged, {}} : refused("managed_centrally");
}

std::optional<Verdict> MemoryJudge::rating(const ToldOperation& operation) const {
  const WrittenOperation& written = operation.written;
  if (written.entity != "rating" || m_state.schemaNow() <= MemoryCentre::kBeforePads) return std::nullopt;
  std::optional<domain::RatingOrigin> held;
  const HeldEntity* entity = isSeen(operation.key()) ? m_state.entities.find(operation.key()) : nullptr;
  if (entity != nullptr && !entity->isErased)
    held = entity->fields.contains("source") ? domain::RatingOrigin::otherSystem : domain::RatingOrigin::pad;
  const auto rule = domain::ratingRefusal(*base::fromCode<domain::OperationKind>(written.kind), ratingAuthor(operation),
                                          operation.changes, held);
  return rule ? std::optional(refused(*rule)) : std::nullopt;
}

domain::RatingAuthor MemoryJudge::ratingAuthor(const ToldOperation& operation) const {
  if (!operation.written.author) return domain::RatingAuthor::nobody;
  const bool isSupervisor = m_staff.at(*operation.written.author).role == domain::Role::supervisor;
  return isSupervisor ? domain::RatingAuthor::supervisor : domain::RatingAuthor::other;
}

std::optional<Verdict> MemoryJudge::review(const ToldOperation& operation) const {
  const WrittenOperation& written = operation.written;
  if (written.entity != "rating_review") return std::nullopt;
  const auto served = staffIn(operation, "clerk_id");
  const auto rule = domain::reviewRefusal(*base::fromCode<domain::OperationKind>(written.kind), ratingAuthor(operation),
                                          written.author, operation.changes, served);
  return rule ? std::optional(refused(*rule)) : std::nullopt;
}

std::optional<Verdict> MemoryJudge::survey(const ToldOperation& operation) const {
  const WrittenOperation& written = operation.written;
  const auto entity = base::fromCode<domain::EntityKind>(written.entity);
  if (!entity || !domain::isOfSurveys(*entity)) return std::nullopt;
  const auto rule =
      domain::surveyRefusal(*entity, *base::fromCode<domain::OperationKind>(written.kind), ratingAuthor(operation),
                            written.author, operation.changes, staffIn(operation, "assignee_id"));
  return rule ? std::optional(refused(*rule)) : std::nullopt;
}

std::optional<Verdict> MemoryJudge::scorecard(const ToldOperation& operation) const {
  const WrittenOperation& written = operation.written;
  const auto entity = base::fromCode<domain::EntityKind>(written.entity);
  const auto kind = *base::fromCode<domain::OperationKind>(written.kind);
  if (entity == domain::EntityKind::ticket) {
    const auto rule = domain::ticketRefusal(kind, ratingAuthor(operation), operation.changes);
    return rule ? std::optional(refused(*rule)) : std::nullopt;
  }
  if (!entity || !domain::isOfScorecards(*entity)) return std::nullopt;
  if (const auto rule = domain::scorecardRefusal(*entity, kind, ratingAuthor(operation), written.author, operation.changes))
    return refused(*rule);
  // A district adds up by it.
  if (kind == domain::OperationKind::erase) {
    const auto held = textIn(operation, "hall");
    return !held || *held == m_desk.hall ? std::nullopt : std::optional(refused("not_your_hall"));
  }
  const bool isOwnHall = std::any_of(operation.changes.begin(), operation.changes.end(), [this](const FieldChange& change) {
    return change.field == "hall" && change.after == Value{m_desk.hall};
  });
  return isOwnHall ? std::nullopt : std::optional(refused("not_your_hall"));
}

// Whom the entity that is there names, as far as the desk may see it.
std::optional<domain::StaffId> MemoryJudge::staffIn(const ToldOperation& operation, const std::string& name) const {
  const auto text = textIn(operation, name);
  return text ? domain::StaffId::parse(*text) : std::nullopt;
}

// What a field of the entity that is there says, as far as the desk may see it.
std::optional<std::string> MemoryJudge::textIn(const ToldOperation& operation, const std::string& name) const {
  const HeldEntity* entity = isSeen(operation.key()) ? m_state.entities.find(operation.key()) : nullptr;
  if (entity == nullptr) return std::nullopt;
  const auto field = entity->fields.find(name);
  const auto* text = field == entity->fields.end() ? nullptr : std::get_if<std::string>(&field->second.value);
  return text == nullptr ? std::nullopt : std::optional(*text);
}

// A rating names a pad that this very desk has registered.
bool MemoryJudge::isOfOwnPad(const ToldOperation& operation) const {
  if (operation.written.entity != "rating" || operation.written.kind != "append") return true;
  for (const FieldChange& change : operation.changes) {
    const auto* text = std::get_if<std::string>(&change.after);
    const auto pad = change.field == "pad_id" && text != nullptr ? domain::EntityId::parse(*text) : std::nullopt;
    if (!pad) continue;
    const HeldEntity* entity = m_state.entities.find({"pad", *pad});
    return entity != nullptr && entity->maker == m_desk.id;
  }
  return true;
}

// Appended once more, by whoever thinks that it was not there: the same, or two pads that took one voice, or two clerks that
// called one person.
Verdict MemoryJudge::again(const ToldOperation& operation) const {
  const std::string& entity = operation.written.entity;
  if (entity != "rating" && entity != "survey_answer") return {Outcome::merged, {}};
  const bool isSame = m_state.entities.find(operation.key())->body == canonicalChanges(operation.written, operation.changes);
  return isSame ? Verdict{Outcome::merged, {}} : refused(entity == "rating" ? "already_rated" : "already_answered");
}

bool MemoryJudge::isSeen(const EntityKey& key) const {
  const std::vector<ScopeId> scopes = m_standing.everScopes(key);
  return std::any_of(scopes.begin(), scopes.end(), [this](ScopeId scope) {
    return std::find(m_desk.scopes.begin(), m_desk.scopes.end(), scope) != m_desk.scopes.end();
  });
}

std::optional<Verdict> MemoryJudge::where(const ToldOperation& operation) const {
  const std::string& kind = operation.written.kind;
  const bool isThere = m_state.entities.find(operation.key()) != nullptr;
  const bool isNew = kind == "create" || (kind == "append" && !isThere);
  if (isNew || isSeen(operation.key())) return std::nullopt;
  return refused(wasRefusedHere(operation.key()) ? "creation_refused" : "unknown_entity");
}

// What this hall made and was refused comes back from nobody: what was done with it meanwhile goes with it.
bool MemoryJudge::wasRefusedHere(const EntityKey& key) const {
  const auto& log = m_state.log.rows();
  return std::any_of(log.begin(), log.end(),
                     [&](const auto& row) { return row.second.refusedMaking == key && row.second.hall == m_desk.hall; });
}

std::optional<Verdict> MemoryJudge::cause(const ToldOperation& operation) const {
  if (!operation.written.cause) return std::nullopt;
  const LoggedOperation* cause = m_state.log.find(*operation.written.cause);
  if (cause == nullptr) return Verdict{Outcome::postponed, {}};
  if (cause->outcome == Outcome::refused) return refused("cause_refused");
  return std::nullopt;
}

Verdict MemoryJudge::create(const ToldOperation& operation) {
  const bool isNew = m_state.entities.find(operation.key()) == nullptr;
  Verdict verdict = isNew ? make(operation) : m_merge.meet(operation);
  if (verdict.outcome == Outcome::refused) return verdict;
  const bool hasJoinedHall = m_standing.join(operation.key(), m_desk.scopes.front());
  const bool hasJoinedParents = joinParents(operation);
  joinRoutes(operation.key());
  if ((hasJoinedHall || hasJoinedParents) && verdict.outcome == Outcome::merged) verdict.outcome = Outcome::applied;
  return verdict;
}

Verdict MemoryJudge::make(const ToldOperation& operation) {
  if (operation.written.entity != "document") {
    m_merge.make(operation, operation.key());
    m_state.entities.edit(operation.key()).maker = m_desk.id;
    return {};
  }
  std::optional<std::string> department;
  for (const EntityKey& parent : parentsOf(operation))
    if (m_state.stands(parent, m_desk.scopes.front())) department = departmentOf(parent);
  ToldOperation numbered = operation;
  auto facts = numberDocument(m_state, m_desk.scopes.front(), authorityFor(department), m_numbering.year, operation.written,
                              numbered.changes);
  if (!facts) return refused("malformed");
  m_merge.make(numbered, operation.key());
  return {Outcome::applied, std::move(*facts)};
}

// The department's own word, else the hall's; every hall has one.
const std::string& MemoryJudge::authorityFor(const std::optional<std::string>& department) const {
  const Authority* found = nullptr;
  for (const Authority& authority : m_numbering.authorities) {
    if (authority.hall != m_desk.scopes.front()) continue;
    if (!authority.department && found == nullptr) found = &authority;
    if (authority.department && authority.department == department) found = &authority;
  }
  return found->word;
}

Verdict MemoryJudge::change(const ToldOperation& operation) {
  if (const auto refusal = m_merge.guard(operation)) return *refusal;
  const Verdict verdict = m_merge.change(operation);
  joinParents(operation);
  joinRoutes(operation.key());
  return verdict;
}

// Of a service its own, of a case its service's.
std::optional<std::string> MemoryJudge::departmentOf(const EntityKey& key) const {
  const HeldEntity* entity = m_state.entities.find(key);
  if (entity == nullptr) return std::nullopt;
  const auto field = entity->fields.find(key.kind == "case" ? "service_id" : "department");
  if (field == entity->fields.end()) return std::nullopt;
  const auto* text = std::get_if<std::string>(&field->second.value);
  if (text == nullptr) return std::nullopt;
  if (key.kind == "service") return *text;
  const auto service = domain::EntityId::parse(*text);
  return service ? departmentOf({"service", *service}) : std::nullopt;
}

// A case that changes its service comes to the other department's queue; it leaves none, for somebody may work on it there.
void MemoryJudge::joinRoutes(const EntityKey& key) {
  const auto kind = base::fromCode<domain::EntityKind>(key.kind);
  const bool isOfScorecards = kind && domain::isOfScorecards(*kind);
  if (key.kind != "case" && key.kind != "service" && !isOfScorecards) return;
  for (const Route& route : m_routes) {
    if (route.hall != m_desk.scopes.front()) continue;
    const bool isWanted =
        isOfScorecards ? !route.department : !route.figuresOnly && (!route.department || departmentOf(key) == route.department);
    if (isWanted) m_standing.join(key, route.scope);
  }
}

bool MemoryJudge::joinParents(const ToldOperation& operation) {
  bool hasJoined = false;
  for (const EntityKey& parent : parentsOf(operation)) hasJoined = m_standing.hang(parent, operation.key()) || hasJoined;
  return hasJoined;
}

void MemoryJudge::keepProposal(const ToldOperation& operation, const std::string& rule) {
  const WrittenOperation& written = operation.written;
  const std::string author = written.author ? written.author->text() : "";
  ToldOperation proposal{written, {}};
  proposal.changes = {{"entity", {}, written.entity},
                      {"entity_id", {}, written.entityId.text()},
                      {"operation", {}, written.kind},
                      {"changes", {}, canonicalChanges(written, operation.changes)},
                      {"rule", {}, rule},
                      {"author", {}, written.author ? Value{author} : Value{}},
                      {"desk", {}, written.desk},
                      {"purpose", {}, written.purpose},
                      {"at", {}, base::toMillis(written.at)},
                      {"state", {}, "open"}};
  const EntityKey key{"proposal", domain::EntityId{written.id.uuid}};
  m_merge.make(proposal, key);
  placeProposal(operation, key);
}

void MemoryJudge::placeProposal(const ToldOperation& operation, const EntityKey& proposal) {
  const HeldEntity* entity = m_state.entities.find(operation.key());
  if (entity != nullptr) m_standing.belong(operation.key(), proposal);
  for (const ScopeId scope : m_standing.everScopes(operation.key())) m_standing.join(proposal, scope);
  if (entity != nullptr) return;
  m_standing.join(proposal, m_desk.scopes.front());
  for (const EntityKey& parent : parentsOf(operation)) m_standing.hang(parent, proposal);
}

}  // namespace ow::sync
