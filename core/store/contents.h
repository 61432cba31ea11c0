// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_codes.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/attachment.h"
#include "store/store.h"

// The contents of attachments on this desk: chunks named by their SHA-256, each kept once, and what the sync has to do with
// them. Bytes are std::string. Functions that take a Write change nothing before its commit().
namespace ow::store {

enum class ContentState {
  adding,  // its file is being read in
  wanted,  // somebody asked for it; chunks arrive
  here,    // all of it
};
enum class Upload {
  none,     // it came from the centre
  waiting,  // or being sent
  done,     // the centre lacks nothing of it, and could not forget that unnoticed
};

struct Content {
  ContentState state = ContentState::here;
  Upload upload = Upload::none;
  std::int64_t chunksLeft = 0;          // still to come, or to be sent
  std::string reason;                   // why it did not go on, at the last try: absent, unknown, wrong_content, not_kept
  std::optional<base::Instant> nextAt;  // when it is tried again, if it is in trouble
};
base::Result<std::optional<Content>> contentOf(Connection& connection, domain::AttachmentId id);

struct AttachmentLine {
  domain::Attachment attachment;
  std::string addedBy;             // the name; empty for the system, or somebody unknown
  bool isAtCentre = false;         // the centre knows the attachment, if not all of its content
  bool isRefused = false;          // by the centre
  std::optional<Content> content;  // null: nothing of it is on this desk
};
// Of one case, in the order in which they were added.
base::Result<std::vector<AttachmentLine>> attachmentsOf(Connection& connection, domain::CaseId id, std::size_t limit);
// The attachment of that case with the same content, if there is one.
base::Result<std::optional<domain::AttachmentId>> sameContent(Connection& connection, domain::CaseId id,
                                                              const std::string& sha256);

// --- Adding -----------------------------------------------------------------------------------------------------------------

// A content that is read from a file, in as many writes as its reader likes: begun, put chunk by chunk, finished in the write
// that holds the attachment. One that was never finished goes with the first sweep of the next program.
base::Result<void> beginContent(Write& write, domain::AttachmentId id, base::Instant now);
base::Result<base::Sha256> addChunk(Write& write, domain::AttachmentId id, std::size_t place, std::string_view bytes);
// It waits to be sent from now on.
base::Result<void> finishContent(Write& write, const domain::Attachment& attachment, base::Instant now);

// It goes, and with it the chunks that nobody else names.
base::Result<void> dropContent(Write& write, domain::AttachmentId id);
// Contents whose attachment or case is not here any more go, but for those that the outbox still knows of: refused ones, and
// what this desk may have to bring once more. Also contents that were being added when the program ended, where `unfinished`
// says that none is now.
enum class Unfinished { keep, drop };
base::Result<void> sweepContents(Store& store, Unfinished unfinished);
// Contents that are at the centre too go, those first that nobody has used for the longest time, until all that are left have
// at most `quota` bytes. `spare` stays, and so does for a week what this desk has sent: the centre may forget it.
base::Result<void> evictContents(Write& write, std::int64_t quota, domain::AttachmentId spare, base::Instant now);
base::Result<std::int64_t> bytesOfContents(Connection& connection);

// --- Reading ----------------------------------------------------------------------------------------------------------------

// The content, chunk by chunk. notFound (entity=content) when it is not all here; storeDamaged when it is not what the
// attachment says: nobody may use what came before that. The sink's error ends it.
using ChunkSink = std::function<base::Result<void>(std::string_view)>;
base::Result<void> readContent(Store& store, const domain::Attachment& attachment, const ChunkSink& sink);
base::Result<std::string> readChunk(Connection& connection, const base::Sha256& hash);

// --- What the sync does -----------------------------------------------------------------------------------------------------

// A clerk wants to see it: its chunks are fetched before anything else of an attachment moves. Nothing happens when it is here.
// notFound (entity=attachment).
base::Result<void> wantContent(Write& write, domain::AttachmentId id, base::Instant now);

enum class Direction { up, down };
struct ContentJob {
  domain::Attachment attachment;
  Direction direction = Direction::up;
};
// What moves next: what a clerk waits for, in the order asked; then what waits to be sent, once the centre knows the
// attachment; what is not done yet is asked for again under another anchor. Nothing moves whose case is not here. What is in
// trouble waits until its time.
base::Result<std::optional<ContentJob>> nextContentJob(Connection& connection, base::Instant now);
// When the next one in trouble is tried again.
base::Result<std::optional<base::Instant>> nextContentTry(Connection& connection);
// The first chunk that is not here yet; nothing when all are.
base::Result<std::optional<std::size_t>> nextMissingChunk(Connection& connection, domain::AttachmentId id);
// A chunk that came. invalidInput (rule=wrong_content) when it is not the one that the attachment names at that place. The last
// one makes it `here`.
base::Result<void> takeChunk(Write& write, const domain::Attachment& attachment, std::size_t place, std::string_view bytes);
// The centre says that it lacks `left` chunks of it. It is done when the centre lacked nothing three times under as many
// anchors: the last of them was then set after the content was there, so a centre that forgets the content forgets a mark that
// this desk has seen.
base::Result<void> noteUpload(Write& write, domain::AttachmentId id, std::int64_t left);
// In trouble: tried again later and later, at last every hour.
base::Result<void> postponeContent(Write& write, domain::AttachmentId id, const std::string& reason, base::Instant now);
// After a fork: the centre is asked again whether it has everything that is here.
base::Result<void> offerContentsAgain(Write& write);

struct ContentCounts {
  std::int64_t filesUp = 0, chunksUp = 0;      // wait to be sent
  std::int64_t filesDown = 0, chunksDown = 0;  // wait to be fetched
  std::int64_t troubled = 0;                   // of both: tried in vain
};
base::Result<ContentCounts> contentCounts(Connection& connection);

}  // namespace ow::store

template <>
inline constexpr auto ow::base::kCodes<ow::store::ContentState> = std::array<std::string_view, 3>{"adding", "wanted", "here"};
template <>
inline constexpr auto ow::base::kCodes<ow::store::Upload> = std::array<std::string_view, 3>{"none", "waiting", "done"};
