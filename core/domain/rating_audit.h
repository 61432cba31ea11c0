// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_codes.h"
#include "domain/rating.h"
#include "domain/rating_seal.h"

// Recounts a set of ratings from what their pads sealed, and names whatever does not fit: by whoever has the set and nothing
// else of ours. Pure; one thread.
namespace ow::domain {

enum class AuditFault {
  unreadable,    // no JSON object of plain values
  unsealed,      // neither a seal nor the name of another system
  unknownPad,    // sealed by a pad that is not in the set
  changed,       // the seal does not fit the content
  brokenChain,   // it does not carry the hash of the one before it
  missing,       // places of a pad from which nothing is there: place .. lastPlace
  forked,        // two at one place of a pad: its chain was gone on with from a backup
  wrongSubject,  // its id is none that its visit or matter could have
};

struct AuditFinding {
  AuditFault fault = AuditFault::changed;
  PadId pad;
  std::int64_t place = 0, lastPlace = 0;
  RatingId rating;  // nil for what is missing
  auto operator<=>(const AuditFinding&) const = default;
};

// How many at each level, the best first. What was brought in from other systems is counted apart: nobody sealed it.
struct VoiceCounts {
  std::array<std::int64_t, 5> levels{};
  std::int64_t total() const;
  std::int64_t good() const { return levels[0] + levels[1] + levels[2]; }
};

struct RatingRecount {
  VoiceCounts sealed;    // whose seal fits, wherever it stands in a chain
  VoiceCounts imported;  // of other systems
  VoiceCounts voided;    // of both, on appeal (申诉复核): they stay in the set and leave what is published
  VoiceCounts published() const;
  std::int64_t setAside = 0;
  std::int64_t elsewhere = 0;          // given in another hall: they came along with their person and are checked there
  std::vector<AuditFinding> findings;  // at most kMostFindings
  std::int64_t findingCount = 0;
  std::map<PadId, ChainEnd> ends;  // where each chain ends: compare with what was published before
  static constexpr std::size_t kMostFindings = 1000;
};

class RatingAudit {
 public:
  // Where the set was gathered: of other halls the pads are not in it. Empty: of everywhere.
  void setHall(std::string hall) { m_hall = std::move(hall); }
  void addPad(const Pad& pad);
  // What the centre did not count because another voice on the same subject came first: it holds its place in its chain. Before
  // the first addRating.
  void addSetAside(RatingId id, std::string_view body);
  // A review has voided it. Before the first addRating.
  void addVoided(RatingId id) { m_voided.insert(id); }
  // In the order of pads and places, those without a pad last. `body`: JSON object of the fields.
  void addRating(RatingId id, std::string_view body);
  // Somebody knows that the chain goes at least so far, and how it ends there.
  void mustReach(PadId pad, const ChainEnd& end);
  RatingRecount end();

 private:
  struct Sealed {
    RatingId id;
    std::string text, seal, previous;
  };
  // Whether its seal fits.
  bool follow(PadId pad, std::int64_t place, const Sealed& rating);
  void skipTo(PadId pad, std::int64_t place);
  void find(AuditFinding finding);

  bool isOfElsewhere(const std::vector<NamedValue>& fields) const;
  void count(RatingId id, VoiceCounts& counts, const std::vector<NamedValue>& fields);

  std::string m_hall;
  std::map<PadId, Pad> m_pads;
  std::set<RatingId> m_voided;
  std::map<std::pair<PadId, std::int64_t>, Sealed> m_setAside;
  std::map<PadId, ChainEnd> m_known;
  RatingRecount m_recount;
};

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::AuditFault> = std::array<std::string_view, 8>{
    "unreadable", "unsealed", "unknown_pad", "changed", "broken_chain", "missing", "forked", "wrong_subject"};
