// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "desk/attachment_settings.h"
#include "desk/attachments.h"
#include "desk/inside.h"
#include "domain/file_name.h"
#include "domain/media_type.h"
#include "intake/regular_file.h"
#include "store/contents.h"
#include "store/desk_state.h"
#include "store/schema.h"

// A file on its way into a case, and the settings that say how large it may be.
namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::Attachment;
using domain::AttachmentId;

namespace {

constexpr std::size_t kChunksAtOnce = 8;  // in one write: a clerk who saves something meanwhile hardly waits

struct SettingName {
  const char* name;
  std::int64_t AttachmentSettings::* value;
  std::int64_t least;
};
constexpr SettingName kSettings[] = {{"attachments.budget", &AttachmentSettings::budget, 0},
                                     {"attachments.largest", &AttachmentSettings::largest, 1},
                                     {"attachments.quota", &AttachmentSettings::quota, 1}};

base::Error tooLarge(std::int64_t limit) {
  return base::fail(ErrorKind::tooLarge, {{"limit", std::to_string(limit)}, {"unit", "bytes"}});
}

base::Error changedMeanwhile() {
  return base::fail(ErrorKind::ioFailure, {{"operation", "read"}, {"changed", "yes"}});
}

Result<void> checkSize(const AttachmentSettings& settings, std::int64_t size) {
  if (size == 0) return base::fail(ErrorKind::invalidInput, {{"field", "file"}, {"rule", "empty"}});
  if (size > settings.largest) return tooLarge(settings.largest);
  return size > settings.quota ? Result<void>(tooLarge(settings.quota)) : base::success();
}

// What the centre has too makes room; what only this desk has does not.
Result<void> makeRoom(store::Store& store, const AttachmentSettings& settings, std::int64_t size, base::Instant now) {
  OW_TRY(auto write, store.write());
  OW_TRYV(store::evictContents(write, settings.quota - size, {}, now));
  OW_TRY(const auto left, store::bytesOfContents(write.connection()));
  if (left > settings.quota - size) return tooLarge(settings.quota);
  return write.commit();
}

// Puts the file's chunks into the store and what they are into `attachment`.
class ReadingIn {
 public:
  ReadingIn(store::Store& store, const intake::RegularFile& file, Attachment& attachment)
      : m_store(store), m_file(file), m_attachment(attachment), m_piece(std::size_t(domain::kChunkSize)) {}

  Result<void> all(const std::function<bool(double)>& progress) {
    while (m_at < m_file.size()) {
      if (progress && !progress(double(m_at) / double(m_file.size()))) return base::fail(ErrorKind::cancelled);
      OW_TRY(auto write, m_store.write());
      for (std::size_t i = 0; i < kChunksAtOnce && m_at < m_file.size(); ++i) OW_TRYV(one(write));
      OW_TRYV(write.commit());
    }
    OW_TRYV(m_file.checkUnchanged());
    m_attachment.sha256 = base::hexOf(m_whole.end());
    return base::success();
  }

 private:
  Result<void> one(store::Write& write) {
    const auto wanted = std::size_t(std::min(domain::kChunkSize, m_file.size() - m_at));
    OW_TRY(const auto got, m_file.readAt(m_at, std::span(m_piece).first(wanted)));
    if (got != wanted) return changedMeanwhile();
    const std::string_view bytes(m_piece.data(), got);
    if (m_at == 0) m_attachment.mediaType = domain::mediaTypeOf(bytes);
    m_whole.add(bytes);
    OW_TRY(const auto hash, store::addChunk(write, m_attachment.id, std::size_t(m_at / domain::kChunkSize), bytes));
    m_attachment.chunks += base::hexOf(hash);
    m_at += std::int64_t(got);
    return base::success();
  }

  store::Store& m_store;
  const intake::RegularFile& m_file;
  Attachment& m_attachment;
  std::vector<char> m_piece;
  base::Sha256Stream m_whole;
  std::int64_t m_at = 0;
};

Result<void> finish(Desk::Inside& in, const Attachment& attachment) {
  auto writer = in.writer("case_work");
  writer.create(attachment);
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto same, store::sameContent(write.connection(), attachment.caseId, attachment.sha256));
  if (same) return base::fail(ErrorKind::duplicate, {{"entity", "attachment"}, {"id", same->text()}});
  OW_TRYV(write.apply(writer.take()));
  OW_TRYV(store::finishContent(write, attachment, in.now()));
  return write.commit();
}

Result<void> begin(store::Store& store, AttachmentId id, base::Instant now) {
  OW_TRY(auto write, store.write());
  OW_TRYV(store::beginContent(write, id, now));
  return write.commit();
}

Result<void> drop(store::Store& store, AttachmentId id) {
  OW_TRY(auto write, store.write());
  OW_TRYV(store::dropContent(write, id));
  return write.commit();
}

Result<void> checkCase(store::Store& store, domain::CaseId id) {
  OW_TRY(auto reader, store.read());
  OW_TRYV(store::loadEntity<domain::Case>(reader.connection(), id));
  return base::success();
}

}  // namespace

Result<AttachmentId> addAttachment(Desk& desk, const NewAttachment& given, const std::function<bool(double)>& progress) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto settings, attachmentSettings(*in.store));
  OW_TRY(const auto file, intake::RegularFile::open(given.file));
  OW_TRYV(checkSize(settings, file.size()));
  OW_TRYV(checkCase(*in.store, given.caseId));
  OW_TRYV(makeRoom(*in.store, settings, file.size(), in.now()));

  Attachment attachment;
  attachment.id = in.ids.make<AttachmentId>();
  attachment.caseId = given.caseId;
  attachment.name = domain::cleanFileName(given.file.filename().string());
  attachment.document = given.document;
  attachment.size = file.size();
  attachment.chunkSize = domain::kChunkSize;
  if (!in.clerk.id.isNil()) attachment.addedBy = in.clerk.id;
  attachment.addedAt = in.now();

  OW_TRYV(begin(*in.store, attachment.id, attachment.addedAt));
  const auto read = ReadingIn(*in.store, file, attachment).all(progress);
  const auto added = read ? finish(in, attachment) : read;
  if (added) return attachment.id;
  // An outcome that nobody knows must not cost the content of an attachment that is there after all: the next sweep sees.
  if (added.error().kind != ErrorKind::outcomeUnknown) (void)drop(*in.store, attachment.id);
  return added.error();
}

Result<AttachmentSettings> attachmentSettings(store::Store& store) {
  OW_TRY(auto reader, store.read());
  AttachmentSettings settings;
  for (const SettingName& setting : kSettings) {
    OW_TRY(const auto text, store::deskValue(reader.connection(), setting.name));
    const std::string digits = text.value_or("");
    const bool isNumber = !digits.empty() && digits.size() < 18 && digits.find_first_not_of("0123456789") == std::string::npos;
    if (isNumber) settings.*setting.value = std::max(setting.least, std::int64_t(std::stoll(digits)));
  }
  settings.largest = std::min(settings.largest, domain::kLargestAttachment);
  return settings;
}

Result<void> putAttachmentSettings(store::Store& store, const AttachmentSettings& settings) {
  OW_TRY(auto write, store.write());
  for (const SettingName& setting : kSettings) {
    const std::int64_t value = settings.*setting.value;
    if (value < setting.least) return base::fail(ErrorKind::invalidInput, {{"field", setting.name}, {"rule", "out_of_range"}});
    OW_TRYV(store::putDeskValue(write.connection(), setting.name, std::to_string(value)));
  }
  return write.commit();
}

}  // namespace ow::desk
