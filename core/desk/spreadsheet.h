// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

// What every table for a spreadsheet keeps to. Only core/desk includes this header.
namespace ow::desk {

// With an apostrophe before it where a spreadsheet would take the text for a formula, or for a way to run something.
std::string harmless(const std::string& text);
// One field of CSV (RFC 4180), quoted where it must be.
std::string csvField(const std::string& text);

// libxlsxwriter does not look whether its temporary files took what it wrote. Whether the folder of the file that is being made
// would take another one of so many bytes, and if not, why: errno, or 0.
int whyNoRoom(const std::filesystem::path& making, std::int64_t bytes);
// Where that library's temporary files belong: beside the export, for what is in them may stand there anyway.
std::string folderOf(const std::filesystem::path& making);

}  // namespace ow::desk
