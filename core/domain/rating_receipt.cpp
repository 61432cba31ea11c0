// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rating_receipt.h"

#include <cstdint>

#include "base/uuid.h"
#include "domain/typed_code.h"

namespace ow::domain {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::uint64_t kVersion = 0;  // of four
constexpr int kHeadBits = 15, kSubjectBits = 45, kTagBits = 15;
constexpr int kDayBits = 12;
constexpr std::int64_t kDays = kReceiptDays.count();
static_assert(kDays == 1 << kDayBits);
constexpr std::size_t kHeadLetters = 3, kBareLetters = 15, kAllLetters = 16;
constexpr std::size_t kSignedLetters = 12;  // head and subject
constexpr days kAhead{366};                 // a clock that goes wrong by less than that does not make a code an old one

// Of the keyed hash the first bits, 48 at most.
std::uint64_t keyed(std::string_view key, const std::string& what, int bits) {
  constexpr std::size_t kBytes = 6;
  const base::Uuid hash = base::namedUuid(key, what);
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < kBytes; ++i) number = number << 8U | hash.bytes[i];
  return number >> (8 * kBytes - std::size_t(bits));
}

std::uint64_t dayNumber(base::Date day) {
  const std::int64_t since = sys_days(day).time_since_epoch().count();
  return std::uint64_t(((since % kDays) + kDays) % kDays);
}

base::Date dayOf(std::uint64_t number, base::Date today) {
  const std::int64_t last = (sys_days(today) + kAhead).time_since_epoch().count();
  const std::int64_t back = (std::int64_t(dayNumber(base::Date(sys_days(days(last))))) - std::int64_t(number) + kDays) % kDays;
  return base::Date(sys_days(days(last - back)));
}

std::uint64_t tagOf(std::string_view key, std::string_view letters) {
  return keyed(key, "rating receipt " + std::string(letters), kTagBits);
}

std::string lettersOf(std::string_view key, ReceiptAbout about, const base::Uuid& id, base::Date day) {
  const char* subject = about == ReceiptAbout::visit ? "rating receipt of visit " : "rating receipt of matter ";
  std::string letters;
  appendLetters(letters, kVersion << (kDayBits + 1) | std::uint64_t(about) << kDayBits | dayNumber(day), kHeadBits);
  appendLetters(letters, keyed(key, subject + id.text(), kSubjectBits), kSubjectBits);
  appendLetters(letters, tagOf(key, letters), kTagBits);
  letters += checkLetter(letters);
  return letters;
}

base::Error wrong(const char* rule) {
  return base::fail(base::ErrorKind::invalidInput, {{"field", "code"}, {"rule", rule}});
}

}  // namespace

std::string receiptCode(std::string_view key, InteractionId visit, base::Date day) {
  return inGroups(lettersOf(key, ReceiptAbout::visit, visit.uuid, day));
}

std::string receiptCode(std::string_view key, CaseId matter, base::Date day) {
  return inGroups(lettersOf(key, ReceiptAbout::matter, matter.uuid, day));
}

base::Result<ReceiptCode> readReceiptCode(std::string_view key, std::string_view typed, base::Date today) {
  ReceiptCode code;
  code.letters = typedLetters(typed);
  const std::string_view letters = code.letters;
  if (letters.find_first_not_of(kCodeLetters) != std::string_view::npos) return wrong("letters");
  if (letters.size() != kAllLetters) return wrong("length");
  if (checkLetter(letters.substr(0, kBareLetters)) != letters.back()) return wrong("check_letter");
  const std::uint64_t head = numberIn(letters.substr(0, kHeadLetters));
  if (head >> (kDayBits + 1) != kVersion) return wrong("unknown_version");
  if (numberIn(letters.substr(kSignedLetters, kBareLetters - kSignedLetters)) != tagOf(key, letters.substr(0, kSignedLetters)))
    return wrong("other_key");
  code.about = (head >> kDayBits & 1U) != 0 ? ReceiptAbout::matter : ReceiptAbout::visit;
  code.day = dayOf(head & std::uint64_t(kDays - 1), today);
  return code;
}

bool standsFor(const ReceiptCode& code, std::string_view key, InteractionId visit) {
  return code.about == ReceiptAbout::visit && code.letters == lettersOf(key, code.about, visit.uuid, code.day);
}

bool standsFor(const ReceiptCode& code, std::string_view key, CaseId matter) {
  return code.about == ReceiptAbout::matter && code.letters == lettersOf(key, code.about, matter.uuid, code.day);
}

}  // namespace ow::domain
