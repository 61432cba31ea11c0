// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/attachments.h"

#include "desk/attachment_settings.h"
#include "desk/centre_account.h"
#include "desk/inside.h"
#include "desk/look.h"
#include "domain/file_name.h"
#include "domain/media_type.h"
#include "intake/output_file.h"
#include "store/contents.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::Attachment;
using domain::AttachmentId;

namespace {

// `hasCentre`: without one, nothing waits for anything.
AttachmentState stateOf(const store::AttachmentLine& line, bool hasCentre) {
  if (!line.content) return AttachmentState::atCentre;
  const store::Content& content = *line.content;
  if (content.state == store::ContentState::here) {
    if (line.isRefused && !line.isAtCentre) return AttachmentState::refused;
    const bool isWaiting = content.upload == store::Upload::waiting && content.chunksLeft > 0;
    return hasCentre && isWaiting ? AttachmentState::toSend : AttachmentState::here;
  }
  if (content.reason.empty()) return AttachmentState::fetching;
  return content.reason == "wrong_content" ? AttachmentState::spoiled : AttachmentState::absent;
}

bool mayRemove(const Desk::Inside& in, const Attachment& attachment) {
  return in.clerk.role == domain::Role::supervisor || attachment.addedBy == in.clerk.id;
}

AttachmentItem itemOf(const Desk::Inside& in, const store::AttachmentLine& line, bool hasCentre) {
  const Attachment& attachment = line.attachment;
  AttachmentItem item;
  item.id = attachment.id;
  item.name = domain::cleanFileName(attachment.name);
  item.mediaType = attachment.mediaType;
  item.document = attachment.document;
  item.size = attachment.size;
  item.addedBy = line.addedBy;
  item.addedAt = attachment.addedAt;
  item.state = stateOf(line, hasCentre);
  item.chunks = attachment.chunkSize > 0 ? (attachment.size + attachment.chunkSize - 1) / attachment.chunkSize : 0;
  if (line.content) {
    item.chunksLeft = line.content->chunksLeft;
    item.nextTry = line.content->nextAt;
  }
  item.canBeShown = domain::canBeShown(attachment.mediaType);
  item.mayRemove = !in.store->isReadOnly() && mayRemove(in, attachment);
  return item;
}

Result<Attachment> find(Desk& desk, AttachmentId id) {
  OW_TRY(auto reader, desk.inside().store->read());
  return store::loadEntity<Attachment>(reader.connection(), id);
}

// Papers of a citizen are data of the citizen: whose they are, else whose case it is. Nobody's case has nobody to look at.
Result<void> logLookAt(Desk& desk, const Attachment& attachment) {
  std::optional<domain::PartyId> party = attachment.partyId;
  if (!party) {
    OW_TRY(auto reader, desk.inside().store->read());
    const auto c = store::loadEntity<domain::Case>(reader.connection(), attachment.caseId);
    if (c) party = c.value().partyId;
  }
  if (!party) return base::success();
  OW_TRYV(logLook(desk.inside(), *party, store::LookAct::reveal, "attachment", Purpose::caseWork));
  return base::success();
}

}  // namespace

Result<std::vector<AttachmentItem>> attachmentsOf(Desk& desk, domain::CaseId id) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto account, centreAccount(*in.store));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto lines, store::attachmentsOf(reader.connection(), id, kMostAttachments));
  std::vector<AttachmentItem> items;
  for (const store::AttachmentLine& line : lines) items.push_back(itemOf(in, line, account.has_value()));
  return items;
}

Result<void> fetchAttachment(Desk& desk, AttachmentId id) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto settings, attachmentSettings(*in.store));
  OW_TRY(auto write, in.store->write());
  OW_TRYV(store::wantContent(write, id, in.now()));
  OW_TRYV(store::evictContents(write, settings.quota, id, in.now()));
  return write.commit();
}

Result<std::string> readAttachment(Desk& desk, AttachmentId id, std::int64_t most) {
  OW_TRY(const auto attachment, find(desk, id));
  if (attachment.size > most) return base::fail(ErrorKind::tooLarge, {{"limit", std::to_string(most)}, {"unit", "bytes"}});
  OW_TRYV(logLookAt(desk, attachment));
  std::string content;
  OW_TRYV(store::readContent(*desk.inside().store, attachment, [&content](std::string_view bytes) -> Result<void> {
    content += bytes;
    return base::success();
  }));
  return content;
}

Result<void> saveAttachment(Desk& desk, AttachmentId id, const std::filesystem::path& to, SavedCopy how) {
  OW_TRY(const auto attachment, find(desk, id));
  OW_TRYV(logLookAt(desk, attachment));
  const auto existing = how == SavedCopy::replaces ? intake::Existing::replace : intake::Existing::refuse;
  OW_TRY(const auto file, intake::OutputFile::create(to, existing));
  OW_TRYV(store::readContent(*desk.inside().store, attachment, [&file](std::string_view bytes) -> Result<void> {
    file->write(bytes);
    return base::success();
  }));
  OW_TRYV(file->close());
  return file->publish();
}

Result<void> removeAttachment(Desk& desk, AttachmentId id) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto attachment, find(desk, id));
  if (!mayRemove(in, attachment)) return base::fail(ErrorKind::notAllowed, {{"rule", "not_yours"}});
  auto writer = in.writer("case_work");
  writer.erase(attachment);
  OW_TRY(auto write, in.store->write());
  OW_TRYV(write.apply(writer.take()));
  OW_TRYV(store::dropContent(write, id));
  return write.commit();
}

}  // namespace ow::desk
