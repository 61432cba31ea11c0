// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "domain/ids.h"

// The code on a receipt (凭条评价码), by which a citizen rates later: at a kiosk, or through a gateway.
//
// Nothing is kept of a code. Whoever has the jurisdiction's secret makes it from the visit or matter and checks it again, so
// every desk can do both without a line, and a code that is lost or printed twice is still one code. That it is used once
// follows from what it stands for: the rating's id follows from the visit or matter (rating.h), so of two that were given at
// two kiosks off the line the first counts.
//
// Sixteen letters, 80 bits: two of the version, one for visit or matter, twelve of the day, 45 of the subject's keyed hash, 15
// of a keyed hash over all that, five to check the typing. The day is the one on which the visit was or the case was opened,
// not the last one on which the code is good: that one follows from the rules as they are when somebody comes, and by the day a
// desk looks the subject up among a few thousand instead of all. The second hash tells a code of ours whose visit has not come
// here yet, which is to be tried again, from one that nobody made. Of the 2^60 codes that a day could have, as many are good as
// it had visits, so guessing is hopeless at any pace; that two visits of one day have the same is a matter of 2^45.
//
// A code says nothing about a person to whoever has no key: the day alone can be read.
namespace ow::domain {

// The number of a day returns after so many: eleven years. A visit is rated long before; a case that was opened so long ago is
// looked for on the earlier days too.
inline constexpr std::chrono::days kReceiptDays{4096};

enum class ReceiptAbout { visit, matter };

struct ReceiptCode {
  ReceiptAbout about = ReceiptAbout::visit;
  base::Date day{};     // in the jurisdiction's zone
  std::string letters;  // sixteen, as receiptCode() makes them but for the dashes
  bool operator==(const ReceiptCode&) const = default;
};

// "2K7Q-9XWB-…": the code for this visit, which was on that day, or this case, which was opened on it. Pure; any thread.
std::string receiptCode(std::string_view key, InteractionId visit, base::Date day);
std::string receiptCode(std::string_view key, CaseId matter, base::Date day);

// invalidInput (field=code) with rule length, letters, check_letter, unknown_version, or other_key: typed rightly, and made by
// another jurisdiction or nobody. The day is the last one of its number before `today` and a year.
base::Result<ReceiptCode> readReceiptCode(std::string_view key, std::string_view typed, base::Date today);

// Whether it stands for this one.
bool standsFor(const ReceiptCode& code, std::string_view key, InteractionId visit);
bool standsFor(const ReceiptCode& code, std::string_view key, CaseId matter);

}  // namespace ow::domain
