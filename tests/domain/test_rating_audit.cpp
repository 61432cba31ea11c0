// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <functional>

#include "domain/rating_audit.h"
#include "testkit/an_operation.h"

using namespace ow;
using namespace ow::domain;
using testkit::aUuid;

namespace {

// A window with a pad, and what citizens said on it.
struct Window {
  explicit Window(std::uint64_t n) : key(base::SigningKey::make(dice())) {
    pad = {PadId{aUuid(n)}, "001", "东城", "3", key.verifyingKey().hex, base::fromMillis(1772415000000)};
  }
  static base::Random& dice() {
    static base::SeededRandom one(7);
    return one;
  }
  Rating& rated(int level, std::uint64_t visit) {
    Rating voice;
    voice.hall = pad.hall;
    voice.interactionId = InteractionId{aUuid(visit)};
    voice.id = ratingId(*voice.interactionId, 1);
    voice.level = level;
    voice.at = base::fromMillis(1772415000000 + std::int64_t(visit));
    voice.text = "说得\"清楚\"";
    end = seal(voice, pad, key, end);
    return voices.emplace_back(std::move(voice));
  }

  base::SigningKey key;
  Pad pad;
  ChainEnd end;
  std::vector<Rating> voices;
};

RatingRecount recount(const std::vector<Window*>& windows, const std::vector<Rating>& aside = {}) {
  RatingAudit audit;
  for (const Window* window : windows) audit.addPad(window->pad);
  for (const Rating& voice : aside) audit.addSetAside(voice.id, rowText(fieldsOf(voice)));
  for (const Window* window : windows)
    for (const Rating& voice : window->voices) audit.addRating(voice.id, rowText(fieldsOf(voice)));
  return audit.end();
}

std::vector<AuditFault> faults(const RatingRecount& recount) {
  std::vector<AuditFault> found;
  for (const AuditFinding& finding : recount.findings) found.push_back(finding.fault);
  return found;
}

}  // namespace

TEST_CASE("a set that nobody touched recounts to what was said", "[domain][rating][audit]") {
  Window one(1), two(2);
  for (const int level : {1, 1, 2, 5}) one.rated(level, 10 + one.voices.size());
  for (const int level : {3, 4}) two.rated(level, 20 + two.voices.size());
  const auto counted = recount({&one, &two});
  CHECK(counted.findings.empty());
  CHECK(counted.sealed.levels == std::array<std::int64_t, 5>{2, 1, 1, 1, 1});
  CHECK(counted.sealed.good() == 4);
  CHECK(counted.ends.at(one.pad.id).place == 4);
  CHECK(counted.ends.at(one.pad.id).hash == one.end.hash);
}

TEST_CASE("whatever is changed in a sealed rating is found", "[domain][rating][audit]") {
  const std::vector<std::function<void(Rating&)>> forgeries{
      [](Rating& r) { r.level = 1; },
      [](Rating& r) { r.text = "好"; },
      [](Rating& r) { r.text.reset(); },
      [](Rating& r) { r.at += std::chrono::milliseconds(1); },
      [](Rating& r) { r.clerkId = StaffId{aUuid(9)}; },
      [](Rating& r) { r.window = "4"; },
      [](Rating& r) { r.isActive = false; },
      [](Rating& r) { r.reasons = "attitude.warm"; },
      [](Rating& r) { r.seal->back() = r.seal->back() == '0' ? '1' : '0'; },
      [](Rating& r) { r.seal->clear(); },
      [](Rating& r) { r.previous = std::string(64, '0'); },
      [](Rating& r) { r.id = ratingId(*r.interactionId, 2); }};
  for (std::size_t i = 0; i < forgeries.size(); ++i) {
    CAPTURE(i);
    Window one(1);
    for (std::uint64_t visit = 10; visit < 15; ++visit) one.rated(5, visit);
    forgeries[i](one.voices[2]);
    const auto counted = recount({&one});
    REQUIRE_FALSE(counted.findings.empty());
    CHECK(counted.findings.front().fault == AuditFault::changed);
    CHECK(counted.findings.front().place == 3);
    CHECK(counted.sealed.total() == 4);
  }
}

TEST_CASE("a rating that is taken out leaves a gap with its place", "[domain][rating][audit]") {
  Window one(1);
  for (std::uint64_t visit = 10; visit < 20; ++visit) one.rated(2, visit);
  one.voices.erase(one.voices.begin() + 3, one.voices.begin() + 6);
  const auto counted = recount({&one});
  REQUIRE(counted.findings.size() == 1);
  CHECK(counted.findings[0] == AuditFinding{AuditFault::missing, one.pad.id, 4, 6, {}});
  CHECK(counted.sealed.total() == 7);
}

TEST_CASE("a chain that was gone on with from a backup is named as forked", "[domain][rating][audit]") {
  Window one(1);
  one.rated(1, 10);
  const ChainEnd backup = one.end;
  one.rated(2, 11);
  one.end = backup;
  one.rated(3, 12);
  CHECK(faults(recount({&one})) == std::vector{AuditFault::forked});
}

TEST_CASE("a rating sealed by somebody else's key is found", "[domain][rating][audit]") {
  Window one(1), forger(2);
  one.rated(5, 10);
  forger.pad.id = one.pad.id;
  forger.end = one.end;
  one.voices.push_back(forger.rated(1, 11));
  CHECK(faults(recount({&one})) == std::vector{AuditFault::changed});
  Window stranger(3);
  stranger.rated(1, 12);
  one.voices = {one.voices[0], stranger.voices[0]};
  CHECK(faults(recount({&one})) == std::vector{AuditFault::unknownPad});
}

TEST_CASE("what was given in another hall is neither counted here nor found fault with", "[domain][rating][audit]") {
  Window here(1), west(2);
  here.pad.hall = "东厅";
  west.pad.hall = "西厅";
  here.rated(1, 10);
  west.rated(5, 11);
  RatingAudit audit;
  audit.setHall("东厅");
  audit.addPad(here.pad);
  for (const Window* window : {&here, &west})
    for (const Rating& voice : window->voices) audit.addRating(voice.id, rowText(fieldsOf(voice)));
  const auto counted = audit.end();
  CHECK(counted.findings.empty());
  CHECK(counted.elsewhere == 1);
  CHECK(counted.published().total() == 1);
}

TEST_CASE("what came too late keeps its place in its chain and is not counted", "[domain][rating][audit]") {
  Window one(1);
  for (std::uint64_t visit = 10; visit < 14; ++visit) one.rated(2, visit);
  std::vector<Rating> aside{one.voices[1], one.voices[3]};
  one.voices = {one.voices[0], one.voices[2]};
  const auto counted = recount({&one}, aside);
  CHECK(counted.findings.empty());
  CHECK(counted.sealed.total() == 2);
  CHECK(counted.setAside == 2);
  CHECK(counted.ends.at(one.pad.id).place == 4);
  aside[0].level = 1;
  CHECK(faults(recount({&one}, aside)) == std::vector{AuditFault::changed});
}

TEST_CASE("a rating without a seal counts only with the name of the system it came from", "[domain][rating][audit]") {
  RatingAudit audit;
  audit.addRating(RatingId{aUuid(1)}, R"({"level": 1, "source": "12345"})");
  audit.addRating(RatingId{aUuid(2)}, R"({"level": 1})");
  audit.addRating(RatingId{aUuid(3)}, R"({"level": 1, "more": [1]})");
  audit.addRating(RatingId{aUuid(4)}, "no JSON");
  const auto counted = audit.end();
  CHECK(counted.imported.total() == 1);
  CHECK(counted.sealed.total() == 0);
  CHECK(faults(counted) == std::vector{AuditFault::unsealed, AuditFault::unreadable, AuditFault::unreadable});
}

TEST_CASE("a rating of a newer program is checked with what this one does not know", "[domain][rating][audit]") {
  Window one(1);
  Rating& voice = one.rated(2, 10);
  auto fields = fieldsOf(voice);
  fields.emplace_back("mood", std::string("calm"));
  const std::string text = sealedText(voice.id, fields);
  std::erase_if(fields, [](const NamedValue& f) { return f.first == "seal"; });
  fields.emplace_back("seal", one.key.sign(text));
  RatingAudit audit;
  audit.addPad(one.pad);
  audit.addRating(voice.id, rowText(fields));
  const auto counted = audit.end();
  CHECK(counted.findings.empty());
  CHECK(counted.sealed.total() == 1);
}
