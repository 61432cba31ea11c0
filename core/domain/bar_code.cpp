// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/bar_code.h"

#include <algorithm>
#include <cstddef>

namespace ow::domain {

namespace {

// Six widths each, of the symbols 0 to 105.
constexpr std::string_view kSymbols =
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221223211221132"
    "221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321112313132113132311211313"
    "231113231311112133112331132131113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111"
    "314111221411431111111224111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111"
    "111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113114311411113411311113141"
    "114131311141411131211412211214211232";
constexpr std::size_t kWidths = 6;
constexpr std::size_t kStart = 104;  // of set B
constexpr std::size_t kChecked = 103;
constexpr std::string_view kStop = "2331112";
static_assert(kSymbols.size() == 106 * kWidths);

std::string_view symbol(std::size_t value) {
  return kSymbols.substr(value * kWidths, kWidths);
}

}  // namespace

std::string barCode(std::string_view text) {
  if (std::any_of(text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; })) return {};
  std::string widths(symbol(kStart));
  std::size_t sum = kStart;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto value = std::size_t(text[i] - ' ');
    widths += symbol(value);
    sum += (i + 1) * value;
  }
  widths += symbol(sum % kChecked);
  widths += kStop;
  return widths;
}

}  // namespace ow::domain
