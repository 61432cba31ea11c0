// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/memory_merge.h"

#include <algorithm>

#include "domain/merge.h"
#include "sync/conflict_text.h"

namespace ow::sync {

using domain::EntityKey;
using domain::FieldChange;
using domain::MergeRule;
using Outcome = domain::PushOutcome;
using domain::Value;

namespace {

bool isOfTheCentre(const EntityKey& key) {
  return key.kind == "conflict" || key.kind == "proposal";
}

std::optional<double> number(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&value)) return *real;
  return std::nullopt;
}

// Nothing is neither greater nor less: the other value holds.
bool isGreater(const Value& a, const Value& b) {
  if (a.index() != b.index() && number(a) && number(b)) return *number(a) > *number(b);
  return a > b;
}

bool isLess(const Value& a, const Value& b) {
  if (a == Value{}) return false;
  return b == Value{} || isGreater(b, a);
}

std::string textOf(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? std::string() : *text;
}

Value valueOf(const HeldEntity& entity, const std::string& field) {
  const auto found = entity.fields.find(field);
  return found == entity.fields.end() ? Value{} : found->second.value;
}

HeldField& fieldOf(HeldEntity& entity, const std::string& name) {
  return entity.fields.try_emplace(name, HeldField{{}, entity.creation, {}}).first->second;
}

bool setValue(HeldEntity& entity, const std::string& field, const Value& value, const Rival& by) {
  HeldField& held = fieldOf(entity, field);
  if (held.value == value) return false;
  held.value = value;
  held.setBy = by;
  return true;
}

Verdict stateMoved(const HeldEntity& entity) {
  Verdict verdict = refused("state_moved");
  verdict.facts.push_back({"state", textOf(valueOf(entity, "state"))});
  const auto state = entity.fields.find("state");
  const Rival& by = state == entity.fields.end() ? entity.creation : state->second.setBy;
  if (by.author) verdict.facts.push_back({"by", by.author->text()});
  verdict.facts.push_back({"at", std::to_string(base::toMillis(by.at))});
  return verdict;
}

// The one with the given name, of what an operation changes.
const FieldChange* named(const ToldOperation& operation, std::string_view field) {
  const auto found = std::find_if(operation.changes.begin(), operation.changes.end(),
                                  [field](const FieldChange& change) { return change.field == field; });
  return found == operation.changes.end() ? nullptr : &*found;
}

}  // namespace

Verdict refused(std::string_view rule) {
  return {Outcome::refused, {{"rule", std::string(rule)}}};
}

void MemoryMerge::make(const ToldOperation& operation, const EntityKey& key) {
  HeldEntity& entity = m_state.entities.edit(key);
  entity.creation = operation.maker({});
  entity.rev = 1;
  for (const FieldChange& change : operation.changes) {
    HeldField& field = fieldOf(entity, change.field);
    field.value = change.after;
    field.setBy = operation.maker(change);
    field.steps.given(field.setBy);
  }
  m_standing.change(key);
}

std::optional<Verdict> MemoryMerge::guard(const ToldOperation& operation) const {
  const HeldEntity& entity = *m_state.entities.find(operation.key());
  const bool isConflict = operation.written.entity == "conflict";
  if (isConflict && named(operation, "rivals") == nullptr) return refused("rivals_changed");
  for (const FieldChange& change : operation.changes) {
    const bool isGuard = domain::mergeRule(operation.written.entity, change.field) == MergeRule::guard;
    if (!isGuard || valueOf(entity, change.field) == change.before) continue;
    return isConflict ? refused("rivals_changed") : stateMoved(entity);
  }
  return std::nullopt;
}

Verdict MemoryMerge::change(const ToldOperation& operation) {
  const Verdict verdict = merge(operation, Origin::step);
  const FieldChange* state = named(operation, "state");
  if (operation.written.entity == "conflict" && state != nullptr && state->after == Value{"settled"}) settle(operation.key());
  return verdict;
}

Verdict MemoryMerge::merge(const ToldOperation& operation, Origin origin) {
  Verdict verdict{Outcome::merged, {}};
  HeldEntity& entity = m_state.entities.edit(operation.key());
  bool hasChanged = false;
  for (const FieldChange& change : operation.changes) {
    const Value before = valueOf(entity, change.field);
    const Effect effect = mergeField(operation, change, origin, entity);
    hasChanged = hasChanged || valueOf(entity, change.field) != before;
    if (effect != Effect::none && verdict.outcome == Outcome::merged) verdict.outcome = Outcome::applied;
    if (effect != Effect::rival) continue;
    verdict.outcome = Outcome::conflict;
    verdict.facts.push_back({"field", change.field});
    verdict.facts.push_back({"conflict", conflictId(operation.written.entityId, change.field).text()});
  }
  if (!hasChanged) return verdict;
  ++entity.rev;
  m_standing.change(operation.key());
  return verdict;
}

MemoryMerge::Effect MemoryMerge::mergeField(const ToldOperation& operation, const FieldChange& change, Origin origin,
                                            HeldEntity& entity) {
  const MergeRule rule = domain::mergeRule(operation.written.entity, change.field);
  const Rival maker = operation.maker(change);
  const bool isOfAMove = rule == MergeRule::move && operation.written.kind == "transition";
  if (isOfAMove) return moveField(operation, change, fieldOf(entity, change.field));
  if ((rule == MergeRule::rival || rule == MergeRule::move) && !isOfTheCentre(operation.key()))
    return mergeRival(operation, change, origin, fieldOf(entity, change.field));
  if (rule == MergeRule::guard && origin == Origin::creation) return Effect::none;
  const Value held = valueOf(entity, change.field);
  if (rule == MergeRule::greatest && !isGreater(change.after, held)) return Effect::none;
  if (rule == MergeRule::least && !isLess(change.after, held)) return Effect::none;
  return setValue(entity, change.field, change.after, maker) ? Effect::changed : Effect::none;
}

MemoryMerge::Effect MemoryMerge::moveField(const ToldOperation& operation, const FieldChange& change, HeldField& field) {
  const bool isNew = field.value != change.after;
  if (change.before != change.after) field.steps.moved(operation.maker(change));
  field.value = change.after;
  field.setBy = operation.maker(change);
  return isNew ? Effect::changed : Effect::none;
}

MemoryMerge::Effect MemoryMerge::mergeRival(const ToldOperation& operation, const FieldChange& change, Origin origin,
                                            HeldField& field) {
  const std::vector<Rival> before = field.steps.rivals();
  if (operation.written.kind == "transition" && before.size() == 1 && field.value == change.before)
    return moveField(operation, change, field);
  if (origin == Origin::creation)
    field.steps.given(operation.maker(change));
  else
    field.steps.step(operation.maker(change));
  const std::vector<Rival> after = field.steps.rivals();
  const bool isShownNew = field.value != after.back().value;
  field.value = after.back().value;
  field.setBy = after.back();
  if (before.size() > 1 || after.size() > 1) keepConflict(operation, change.field, after);
  const bool isRival = std::any_of(after.begin(), after.end(), [&](const Rival& r) { return r.value == change.after; });
  if (after.size() > 1 && isRival && change.before != change.after) return Effect::rival;
  const bool isConflictNew = (before.size() > 1 || after.size() > 1) && rivalsText(before) != rivalsText(after);
  return isShownNew || isConflictNew ? Effect::changed : Effect::none;
}

void MemoryMerge::keepConflict(const ToldOperation& operation, const std::string& field, const std::vector<Rival>& rivals) {
  const EntityKey about = operation.key();
  const EntityKey key{"conflict", conflictId(about.id, field)};
  const bool isOpen = rivals.size() > 1;
  const bool isNew = m_state.entities.find(key) == nullptr;
  HeldEntity& conflict = m_state.entities.edit(key);
  const Rival by{operation.written.id, {}, {}, std::nullopt, {}, operation.written.at};
  if (isNew) conflict.creation = by;
  bool hasChanged = setValue(conflict, "entity", about.kind, by);
  hasChanged = setValue(conflict, "entity_id", about.id.text(), by) || hasChanged;
  hasChanged = setValue(conflict, "field", field, by) || hasChanged;
  hasChanged = setValue(conflict, "rivals", isOpen ? rivalsText(rivals) : std::string(kNoRivals), by) || hasChanged;
  hasChanged = setValue(conflict, "state", isOpen ? "open" : "settled", by) || hasChanged;
  hasChanged = setValue(conflict, "settled_by", {}, by) || hasChanged;
  hasChanged = setValue(conflict, "settled_at", {}, by) || hasChanged;
  if (!hasChanged) return;
  ++conflict.rev;
  m_standing.change(key);
  m_standing.belong(about, key);
}

void MemoryMerge::settle(const EntityKey& conflict) {
  const HeldEntity& held = *m_state.entities.find(conflict);
  const auto about = domain::EntityId::parse(textOf(valueOf(held, "entity_id")));
  HeldEntity& entity = m_state.entities.edit({textOf(valueOf(held, "entity")), about.value()});
  HeldField& field = fieldOf(entity, textOf(valueOf(held, "field")));
  field.steps.settle(field.value);
}

void MemoryMerge::erase(const EntityKey& key) {
  for (const EntityKey& child : m_standing.children(key))
    if (child.kind == "conflict" && !m_state.entities.find(child)->isErased) erase(child);
  ++m_state.entities.edit(key).rev;
  m_standing.erase(key);
}

}  // namespace ow::sync
