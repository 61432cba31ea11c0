// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/sex.h"
#include "intake/demo_dice.h"

// Names as a hall in China hears them. Only core/intake/demo_* includes this.
namespace ow::intake {

// Where a family comes from: what its names, papers and languages look like.
enum class Origin { han, hui, zhuang, korean, uyghur, tibetan, mongol, hongKong, taiwan, abroad };

struct Country {
  std::string_view alpha3;   // ISO 3166-1
  std::string_view numeric;  // the same as three digits
};

// Han, for 97 of 100 families.
Origin originOf(Dice& dice);
// As on the card, 汉族; nothing for those whose papers name none.
std::optional<std::string> ethnicityOf(Origin origin);
// First two digits of the divisions where most of them are born; empty where nothing follows from it.
std::string_view provinceOf(Origin origin, Dice& dice);
// BCP 47; nothing where the hall's own language is taken for granted.
std::optional<std::string> languageOf(Origin origin, Dice& dice);

// Empty for origins without family names.
std::string surname(Dice& dice, Origin origin);
// The whole name, in the form of its origin; `year` of birth decides the fashion.
std::string fullName(Dice& dice, Origin origin, std::string_view family, domain::Sex sex, int year);
// A foreigner's name in Latin letters, as in the passport.
std::string latinName(Dice& dice, domain::Sex sex);
Country country(Dice& dice);

// 东城恒达餐饮管理有限公司: `place` is the short name of the area, `family` the owner's for a sole trader's shop.
std::string enterpriseName(Dice& dice, std::string_view place);
std::string soleTraderName(Dice& dice, std::string_view place, std::string_view family);
std::string institutionName(Dice& dice, std::string_view place);
std::string associationName(Dice& dice, std::string_view place);

}  // namespace ow::intake
