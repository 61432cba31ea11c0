// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rating_audit.h"

#include <numeric>

#include <boost/json.hpp>

namespace ow::domain {

namespace json = boost::json;

namespace {

// Values as JSON has them: ids are text. Nothing when it is no object of plain values.
std::optional<std::vector<NamedValue>> fieldsIn(std::string_view body) {
  boost::system::error_code failure;
  const auto document = json::parse(body, failure);
  const auto* object = failure ? nullptr : document.if_object();
  if (object == nullptr) return std::nullopt;
  std::vector<NamedValue> fields;
  for (const auto& member : *object) {
    const json::value& value = member.value();
    if (value.is_null()) continue;
    if (const auto* text = value.if_string())
      fields.emplace_back(member.key(), std::string(*text));
    else if (const auto* whole = value.if_int64())
      fields.emplace_back(member.key(), *whole);
    else if (const auto* real = value.if_double())
      fields.emplace_back(member.key(), *real);
    else
      return std::nullopt;
  }
  return fields;
}

template <class T>
std::optional<T> named(const std::vector<NamedValue>& fields, std::string_view name) {
  for (const auto& [key, value] : fields)
    if (key == name)
      if (const auto* found = std::get_if<T>(&value)) return *found;
  return std::nullopt;
}

template <class IdType>
std::optional<IdType> idIn(const std::vector<NamedValue>& fields, std::string_view name) {
  const auto text = named<std::string>(fields, name);
  return text ? IdType::parse(*text) : std::nullopt;
}

bool isOfItsSubject(RatingId id, const std::vector<NamedValue>& fields) {
  const auto nth = int(named<std::int64_t>(fields, "nth").value_or(1));
  if (const auto visit = idIn<InteractionId>(fields, "interaction_id")) return id == ratingId(*visit, nth);
  const auto matter = idIn<CaseId>(fields, "case_id");
  return matter && id == ratingId(*matter, nth);
}

}  // namespace

std::int64_t VoiceCounts::total() const {
  return std::accumulate(levels.begin(), levels.end(), std::int64_t{0});
}

VoiceCounts RatingRecount::published() const {
  VoiceCounts counts;
  for (std::size_t i = 0; i < counts.levels.size(); ++i)
    counts.levels[i] = sealed.levels[i] + imported.levels[i] - voided.levels[i];
  return counts;
}

void RatingAudit::count(RatingId id, VoiceCounts& counts, const std::vector<NamedValue>& fields) {
  const auto level = named<std::int64_t>(fields, "level").value_or(0);
  if (level < kBestLevel || level > kWorstLevel) return;
  ++counts.levels[std::size_t(level - kBestLevel)];
  if (m_voided.contains(id)) ++m_recount.voided.levels[std::size_t(level - kBestLevel)];
}

void RatingAudit::addPad(const Pad& pad) {
  m_pads[pad.id] = pad;
  m_recount.ends[pad.id] = {0, chainBeginning(pad)};
}

void RatingAudit::addSetAside(RatingId id, std::string_view body) {
  ++m_recount.setAside;
  auto fields = fieldsIn(body);
  if (!fields) return find({AuditFault::unreadable, {}, 0, 0, id});
  const auto pad = idIn<PadId>(*fields, "pad_id");
  const auto place = named<std::int64_t>(*fields, "place");
  if (!pad || !place) return;  // of another system: nothing hangs on it
  const auto seal = named<std::string>(*fields, "seal").value_or("");
  const auto previous = named<std::string>(*fields, "previous").value_or("");
  m_setAside[{*pad, *place}] = {id, sealedText(id, std::move(*fields)), seal, previous};
}

bool RatingAudit::isOfElsewhere(const std::vector<NamedValue>& fields) const {
  const auto hall = named<std::string>(fields, "hall");
  return !m_hall.empty() && hall && *hall != m_hall;
}

void RatingAudit::addRating(RatingId id, std::string_view body) {
  auto fields = fieldsIn(body);
  if (!fields) return find({AuditFault::unreadable, {}, 0, 0, id});
  const auto pad = idIn<PadId>(*fields, "pad_id");
  const auto place = named<std::int64_t>(*fields, "place");
  const auto seal = named<std::string>(*fields, "seal");
  if (!pad || !place || !seal) {
    if (named<std::string>(*fields, "source")) return count(id, m_recount.imported, *fields);
    return find({AuditFault::unsealed, pad.value_or(PadId{}), place.value_or(0), 0, id});
  }
  const auto known = m_pads.find(*pad);
  if (known == m_pads.end() && isOfElsewhere(*fields)) return void(++m_recount.elsewhere);
  if (known == m_pads.end()) return find({AuditFault::unknownPad, *pad, *place, 0, id});
  const Sealed sealed{id, sealedText(id, *fields), *seal, named<std::string>(*fields, "previous").value_or("")};
  skipTo(*pad, *place);
  if (!follow(*pad, *place, sealed)) return;
  if (!isOfItsSubject(id, *fields)) find({AuditFault::wrongSubject, *pad, *place, 0, id});
  count(id, m_recount.sealed, *fields);
}

// What lies between the end so far and that place: set aside, or missing.
void RatingAudit::skipTo(PadId pad, std::int64_t place) {
  ChainEnd& end = m_recount.ends[pad];
  while (end.place + 1 < place) {
    const auto aside = m_setAside.lower_bound({pad, end.place + 1});
    const bool isNext = aside != m_setAside.end() && aside->first.first == pad && aside->first.second < place;
    if (isNext && aside->first.second == end.place + 1) {
      follow(pad, end.place + 1, aside->second);
      continue;
    }
    const std::int64_t until = isNext ? aside->first.second : place;
    find({AuditFault::missing, pad, end.place + 1, until - 1, {}});
    end = {until - 1, {}};
  }
}

bool RatingAudit::follow(PadId pad, std::int64_t place, const Sealed& rating) {
  ChainEnd& end = m_recount.ends[pad];
  const bool isSigned = base::isSignedBy({m_pads.at(pad).publicKey}, rating.text, rating.seal);
  if (!isSigned) find({AuditFault::changed, pad, place, 0, rating.id});
  if (place <= end.place) {
    find({AuditFault::forked, pad, place, 0, rating.id});
  } else if (!isSigned) {
    end = {place, {}};  // what it was is not known: behind it, as behind a gap, there is nothing to compare with
  } else {
    if (!end.hash.empty() && rating.previous != end.hash) find({AuditFault::brokenChain, pad, place, 0, rating.id});
    end = {place, chainHash(rating.text, rating.seal)};
  }
  return isSigned;
}

void RatingAudit::find(AuditFinding finding) {
  ++m_recount.findingCount;
  if (m_recount.findings.size() < RatingRecount::kMostFindings) m_recount.findings.push_back(finding);
}

void RatingAudit::mustReach(PadId pad, const ChainEnd& end) {
  m_known[pad] = end;
}

RatingRecount RatingAudit::end() {
  for (const auto& [place, aside] : m_setAside) {
    const auto& [pad, n] = place;
    if (!m_pads.contains(pad) || n <= m_recount.ends[pad].place) continue;
    skipTo(pad, n);
    follow(pad, n, aside);
  }
  for (const auto& [pad, known] : m_known) {
    skipTo(pad, known.place + 1);
    const ChainEnd& found = m_recount.ends[pad];
    const bool isOther = found.place == known.place && !found.hash.empty() && found.hash != known.hash && known.place > 0;
    if (isOther) find({AuditFault::brokenChain, pad, known.place, 0, {}});
  }
  return std::move(m_recount);
}

}  // namespace ow::domain
