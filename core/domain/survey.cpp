// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/survey.h"

#include <algorithm>
#include <charconv>

#include <boost/json.hpp>

#include "base/digest.h"
#include "domain/row_text.h"
#include "domain/typed_code.h"

namespace ow::domain {

namespace {

constexpr std::size_t kIdDigits = 32;
constexpr std::size_t kSeedDigits = 16;
constexpr std::size_t kSlipLetters = 8;

SurveyAnswerId answerNamed(SurveyRoundId round, const std::string& what) {
  return {base::namedUuid({}, "survey " + round.text() + " " + what)};
}

}  // namespace

std::string drawnText(std::span<const PartyId> places) {
  std::string text;
  text.reserve(places.size() * kIdDigits);
  for (const PartyId& id : places) text += base::hexOf(id.uuid.bytes);
  return text;
}

std::optional<PartyId> drawnAt(const SurveyRound& round, int place) {
  const std::string_view all = round.drawn ? std::string_view(*round.drawn) : std::string_view();
  if (place < 1 || place > round.drawnCount || all.size() < std::size_t(place) * kIdDigits) return std::nullopt;
  std::string dashed(all.substr(std::size_t(place - 1) * kIdDigits, kIdDigits));
  for (const std::size_t at : {8U, 13U, 18U, 23U}) dashed.insert(at, "-");
  return PartyId::parse(dashed);
}

std::vector<PartyId> drawSample(std::vector<PartyId> frame, std::size_t size, std::uint64_t seed) {
  std::sort(frame.begin(), frame.end());
  frame.erase(std::unique(frame.begin(), frame.end()), frame.end());
  base::SeededRandom dice(seed);
  const std::size_t drawn = std::min(size, frame.size());
  for (std::size_t i = 0; i < drawn; ++i) std::swap(frame[i], frame[i + std::size_t(dice.below(frame.size() - i))]);
  frame.resize(drawn);
  return frame;
}

std::string seedText(std::uint64_t seed) {
  std::string text(kSeedDigits, '0');
  for (std::size_t i = kSeedDigits; i > 0; --i, seed >>= 4) text[i - 1] = "0123456789abcdef"[seed & 15];
  return text;
}

std::optional<std::uint64_t> seedIn(std::string_view text) {
  std::uint64_t seed = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), seed, 16);
  const bool isWhole = fault == std::errc{} && end == text.data() + text.size() && text.size() == kSeedDigits;
  return isWhole ? std::optional(seed) : std::nullopt;
}

std::string channelsText(std::span<const SurveyChannel> channels) {
  std::string text;
  for (std::size_t i = 0; i < base::kCodes<SurveyChannel>.size(); ++i)
    if (std::find(channels.begin(), channels.end(), SurveyChannel(i)) != channels.end())
      text += (text.empty() ? "" : " ") + std::string(base::code(SurveyChannel(i)));
  return text;
}

bool takesChannel(const SurveyRound& round, SurveyChannel channel) {
  return (" " + round.channels + " ").find(" " + std::string(base::code(channel)) + " ") != std::string::npos;
}

SurveyAnswerId answerOfPlace(SurveyRoundId round, int place) {
  return answerNamed(round, "place " + std::to_string(place));
}
SurveyAnswerId answerOfSlip(SurveyRoundId round, int slip) {
  return answerNamed(round, "slip " + std::to_string(slip));
}
SurveyAnswerId answerOfSource(SurveyRoundId round, std::string_view row) {
  return answerNamed(round, "row " + std::string(row));
}

std::string slipCode(std::string_view key, SurveyRoundId round, int slip) {
  const base::Uuid hash = base::namedUuid(key, "slip " + round.text() + " " + std::to_string(slip));
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 5; ++i) bits = bits << 8 | hash.bytes[i];
  std::string code;
  for (std::size_t i = 0; i < kSlipLetters; ++i, bits >>= 5) code += kCodeLetters[bits & 31];
  return inGroups(code);
}

std::optional<int> slipOf(std::string_view key, const SurveyRound& round, std::string_view code) {
  const std::string grouped = inGroups(typedLetters(code));
  for (int slip = 1; slip <= round.drawnCount; ++slip)
    if (slipCode(key, round.id, slip) == grouped) return slip;
  return std::nullopt;
}

std::string surveyText(const SurveyNumbers& numbers) {
  std::string text = "{";
  for (const auto& [question, number] : numbers) {
    if (text.size() > 1) text += ", ";
    appendJsonText(text, question);
    text += ": " + std::to_string(number);
  }
  return text + "}";
}

SurveyNumbers surveyNumbers(const std::optional<std::string>& text) {
  SurveyNumbers numbers;
  if (!text) return numbers;
  boost::system::error_code failure;
  const auto document = boost::json::parse(*text, failure);
  const auto* object = failure ? nullptr : document.if_object();
  if (object == nullptr) return numbers;
  for (const auto& [question, number] : *object)
    if (const auto* whole = number.if_int64()) numbers.emplace(std::string(question), *whole);
  return numbers;
}

}  // namespace ow::domain
