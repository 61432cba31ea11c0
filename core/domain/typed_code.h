// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// Codes that people read off a paper and type. Pure; any thread.
namespace ow::domain {

// Five bits a letter, without what is mistaken for another: 0 O 1 I.
inline constexpr std::string_view kCodeLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
inline constexpr std::size_t kCodeGroup = 4;

// As it was meant: without blanks and dashes, in capitals. Nothing is said about whether it is a code.
std::string typedLetters(std::string_view typed);
// With a dash between two groups of four.
std::string inGroups(std::string_view letters);

// Appends the lowest `bits` of a number, highest first; a multiple of five.
void appendLetters(std::string& letters, std::uint64_t number, int bits);
// What so many letters say. Each must be one of kCodeLetters; at most twelve.
std::uint64_t numberIn(std::string_view letters);

// The letter behind these that notices every wrong letter and every two that changed places, in codes of up to 31 letters:
// their sum in GF(32), each weighted with its own power.
char checkLetter(std::string_view letters);

}  // namespace ow::domain
