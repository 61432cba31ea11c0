// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "domain/identifier_type.h"

// What screens, lists, prints and exports show until somebody reveals a field on purpose. The stars are drawn for people: a
// masked text is never stored, compared or searched. Takes any bytes, gives valid UTF-8 without hidden characters, never fails;
// any thread. Characters are what a reader counts (Unicode grapheme clusters), so that no sign is cut in two.
namespace ow::domain {

// Where a whole room can read it (queue screens, printed lists), `strict` leaves one character at either end of a number.
enum class MaskStrength { usual, strict };

// Whether a compound surname (欧阳, 司马 ...) is shown whole: 司**如 or 司马*如.
enum class SurnameMask { firstCharacter, wholeSurname };

// Han names: 张*, 王*明, 欧**文; one character is hidden whole; the dot of 买**·**逊 stays. Others, word by word: J*** S***.
std::string maskedName(std::string_view utf8, SurnameMask surname = SurnameMask::firstCharacter);

// Citizen numbers and their like 110***********1233, papers E*****678, SSN and ITIN the last four. Codes of organisations
// are public and stay; those of sole traders (USCC 92...) and old register numbers, which may be a person's, do not.
std::string maskedIdentifier(IdentifierType type, std::string_view normal, MaskStrength strength = MaskStrength::usual);

// 138****5678 for a Chinese mobile (E.164 or national), 010-6552**** for a Chinese fixed line, +52******5678 elsewhere.
// Service numbers (12345, 110, 400...) belong to nobody and stay.
std::string maskedPhone(std::string_view e164OrNational);

// z***@example.com
std::string maskedEmail(std::string_view utf8);

// Up to the street office or town: 北京市东城区东华门街道****. Where the text does not show where that ends, less is shown,
// down to ****. Written the western way, what stands before the town goes and digits too: ***, Boston, MA *****.
std::string maskedAddress(std::string_view utf8);

// The year alone: 1990-**-**.
std::string maskedBirthDate(base::Date date);

// The last four digits: ************1234.
std::string maskedBankAccount(std::string_view digits);

// Province and authority, and the last one: 京A****8.
std::string maskedPlate(std::string_view utf8);

}  // namespace ow::domain
