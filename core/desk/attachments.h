// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "domain/attachment.h"

// Files that belong to a case. What they are is known to every desk of the hall; what is in them is on the desks that added or
// asked for it, and at the centre. Nothing here ever runs or opens one: its content is given out as bytes, or saved under a
// clean name in a file that only its owner may read and nobody may run.
namespace ow::desk {

enum class AttachmentState {
  here,      // on this desk, and at the centre where there is one
  toSend,    // on this desk; waits to be sent, or is being sent
  refused,   // on this desk; the centre did not take it
  atCentre,  // not on this desk; can be fetched
  fetching,  // asked for
  absent,    // asked for, and the centre does not have all of it yet; tried again at nextTry
  spoiled,   // asked for, and what came was not what it should be; tried again at nextTry
};

struct AttachmentItem {
  domain::AttachmentId id;
  std::string name;       // clean
  std::string mediaType;  // by its content
  domain::DocumentKind document = domain::DocumentKind::other;
  std::int64_t size = 0;  // bytes
  std::string addedBy;    // a name; empty for the system, or somebody unknown
  base::Instant addedAt;
  AttachmentState state = AttachmentState::here;
  std::int64_t chunks = 0;      // of which it is made
  std::int64_t chunksLeft = 0;  // still to be fetched or sent
  std::optional<base::Instant> nextTry;
  bool canBeShown = false;  // a picture or plain text
  bool mayRemove = false;   // by this clerk
};
inline constexpr std::size_t kMostAttachments = 5000;  // of one case, in a list
base::Result<std::vector<AttachmentItem>> attachmentsOf(Desk& desk, domain::CaseId id);

struct NewAttachment {
  domain::CaseId caseId;
  std::filesystem::path file;
  domain::DocumentKind document = domain::DocumentKind::other;
};
// Reads the file in, piece by piece, and answers when it is durable here; the sync sends it later. `progress` is told how far
// it is, 0 to 1, and ends it with `cancelled` by answering false. Errors: notFound (entity=file, case), notAllowed
// (rule=file_permission), unsupportedFormat (format=directory, fifo, device, socket), invalidInput (field=file, rule=empty),
// tooLarge (limit, unit=bytes) before anything is read, duplicate (entity=attachment, id) when the case has that very content,
// ioFailure (changed=yes) when somebody wrote to the file meanwhile. Nothing is left of what was begun.
base::Result<domain::AttachmentId> addAttachment(Desk& desk, const NewAttachment& given,
                                                 const std::function<bool(double)>& progress = {});

// Asks for the content; attachmentsOf() tells how far it is, and listeners are told of the case.
base::Result<void> fetchAttachment(Desk& desk, domain::AttachmentId id);
// Its bytes; a look at whoever it belongs to (else at the case's applicant) is written down before, as for everything that is
// shown in clear: notAllowed (rule=look_not_logged) where that cannot be. notFound (entity=content) when it is not all here,
// tooLarge above `most`, storeDamaged when it is not what was added.
base::Result<std::string> readAttachment(Desk& desk, domain::AttachmentId id, std::int64_t most);
// A copy for somebody outside: mode 0600, whole or not at all. Errors as readAttachment() and outputError()
// (intake/output_file.h); duplicate (entity=file) when the name is taken and `replaces` is not said.
enum class SavedCopy { isNew, replaces };
base::Result<void> saveAttachment(Desk& desk, domain::AttachmentId id, const std::filesystem::path& to, SavedCopy how);
// For whoever added it, and for supervisors; notAllowed (rule=not_yours) for others.
base::Result<void> removeAttachment(Desk& desk, domain::AttachmentId id);

}  // namespace ow::desk
