// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/report_words.h"

#include <boost/json.hpp>

#include "resources/resources.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;

Result<ReportWords> ReportWords::parse(std::string_view text, ReportLanguage language) {
  constexpr std::string_view kFormat = "onewindow-report-words/1";
  boost::system::error_code failure;
  const auto document = boost::json::parse(text, failure);
  const auto* file = failure ? nullptr : document.if_object();
  const auto* format = file == nullptr ? nullptr : file->if_contains("format");
  const auto* words = file == nullptr ? nullptr : file->if_contains("words");
  if (format == nullptr || words == nullptr || !words->is_object() || *format != boost::json::string(kFormat))
    return base::fail(ErrorKind::unsupportedFormat, {{"format", std::string(kFormat)}});
  ReportWords made;
  made.m_language = language;
  for (const auto& [key, languages] : words->get_object()) {
    const auto* both = languages.if_object();
    const auto* word = both == nullptr ? nullptr : both->if_contains(base::code(language));
    if (word == nullptr || !word->is_string() || word->get_string().empty())
      return base::fail(ErrorKind::invalidInput, {{"field", std::string(key)}, {"rule", "required"}});
    made.m_words.emplace(key, word->get_string());
  }
  return made;
}

Result<ReportWords> ReportWords::bundled(ReportLanguage language) {
  return parse(resources::file("reports/words.json"), language);
}

std::string ReportWords::operator()(std::string_view key) const {
  const auto found = m_words.find(key);
  return found == m_words.end() ? std::string(key) : found->second;
}

std::string ReportWords::of(std::string_view group, std::string_view word) const {
  const auto found = m_words.find(std::string(group) + "." + std::string(word));
  return found == m_words.end() ? std::string(word) : found->second;
}

}  // namespace ow::desk
