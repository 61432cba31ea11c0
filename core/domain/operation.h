// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/entity.h"

namespace ow::domain {

// create: the whole entity. patch: fields, old -> new. append: a fact of the timeline, never conflicts. transition: a patch
// that holds only from the state it names as old. erase: the entity goes (an import taken back).
enum class OperationKind { create, patch, append, transition, erase };

struct FieldChange {
  std::string field;
  Value before;
  Value after;
  bool operator==(const FieldChange&) const = default;
};

// One intention of one person at one desk: the only thing that ever changes a store, and what a desk later tells the centre.
struct Operation {
  static constexpr int kFormat = 1;  // the version of what is written here; outlives the program's

  OperationId id;
  OperationKind kind = OperationKind::create;
  EntityKind entity = EntityKind::party;
  EntityId entityId;
  base::Instant at;
  std::optional<StaffId> author;  // null: the system itself (import, demo data)
  std::string desk;
  std::string purpose;  // stable word: intake, correction, import, demo ...
  std::optional<ImportId> import;
  std::optional<OperationId> cause;  // the move that this one tells of: the centre refuses it with it
  std::vector<FieldChange> changes;
};

// Who acts, where and why: what every operation of one use case shares.
struct Actor {
  std::optional<StaffId> staff;
  std::string desk;
  std::string purpose;
  std::optional<ImportId> import;
};

// Makes operations out of entities; ids and times come from the ports. Not thread-safe: one per use case.
class OperationWriter {
 public:
  OperationWriter(base::IdSource& ids, base::Instant now, Actor actor) : m_ids(ids), m_now(now), m_actor(std::move(actor)) {}

  // The creation of an entity, or its appending for append-only kinds. `cause`: the move that it tells of.
  template <class T>
  void create(const T& entity, std::optional<OperationId> cause = {}) {
    Operation& op = begin(EntityTraits<T>::kAppendOnly ? OperationKind::append : OperationKind::create, EntityTraits<T>::kKind,
                          anyId(entity.id));
    op.cause = cause;
    EntityTraits<T>::describe(
        [&op](const char* field, const auto& member) {
          Value value = toValue(member);
          if (!std::holds_alternative<std::monostate>(value)) op.changes.push_back({field, Value{}, std::move(value)});
        },
        entity);
  }

  // What differs between two states of one entity; adds nothing, and answers nothing, when they are equal.
  template <class T>
  std::optional<OperationId> change(const T& before, const T& after, OperationKind kind = OperationKind::patch) {
    std::vector<FieldChange> changes;
    EntityTraits<T>::describe(
        [&changes](const char* field, const auto& member) { changes.push_back({field, toValue(member), Value{}}); }, before);
    std::size_t i = 0;
    EntityTraits<T>::describe([&](const char*, const auto& member) { changes[i++].after = toValue(member); }, after);
    std::erase_if(changes, [](const FieldChange& c) { return c.before == c.after; });
    if (changes.empty()) return std::nullopt;
    Operation& op = begin(kind, EntityTraits<T>::kKind, anyId(before.id));
    op.changes = std::move(changes);
    return op.id;
  }

  template <class T>
  void erase(const T& entity) {
    begin(OperationKind::erase, EntityTraits<T>::kKind, anyId(entity.id));
  }

  // The operations so far, in order; the writer is empty afterwards.
  std::vector<Operation> take() { return std::exchange(m_operations, {}); }
  base::IdSource& ids() { return m_ids; }
  base::Instant now() const { return m_now; }
  const Actor& actor() const { return m_actor; }
  // For importers and demo data, which write down what happened earlier, and by whom.
  void setNow(base::Instant now) { m_now = now; }
  void setStaff(std::optional<StaffId> staff) { m_actor.staff = staff; }

 private:
  Operation& begin(OperationKind kind, EntityKind entity, EntityId id) {
    m_operations.push_back(Operation{m_ids.make<OperationId>(),
                                     kind,
                                     entity,
                                     id,
                                     m_now,
                                     m_actor.staff,
                                     m_actor.desk,
                                     m_actor.purpose,
                                     m_actor.import,
                                     {},
                                     {}});
    return m_operations.back();
  }

  base::IdSource& m_ids;
  base::Instant m_now;
  Actor m_actor;
  std::vector<Operation> m_operations;
};

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::OperationKind> =
    std::array<std::string_view, 5>{"create", "patch", "append", "transition", "erase"};
