// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/uuid.h"

namespace ow::domain {

using EntityId = base::Id<struct AnyEntityTag>;  // any entity; its kind stands beside it
using PartyId = base::Id<struct PartyTag>;
using IdentifierId = base::Id<struct IdentifierTag>;
using ContactPointId = base::Id<struct ContactPointTag>;
using AddressId = base::Id<struct AddressTag>;
using RelationshipId = base::Id<struct RelationshipTag>;
using ServiceId = base::Id<struct ServiceTag>;
using CaseId = base::Id<struct CaseTag>;
using CaseEventId = base::Id<struct CaseEventTag>;
using CaseLinkId = base::Id<struct CaseLinkTag>;
using InteractionId = base::Id<struct InteractionTag>;
using PadId = base::Id<struct PadTag>;
using RatingReviewId = base::Id<struct RatingReviewTag>;
using SurveyRoundId = base::Id<struct SurveyRoundTag>;
using SurveyAnswerId = base::Id<struct SurveyAnswerTag>;
using SurveyTaskId = base::Id<struct SurveyTaskTag>;
using TicketId = base::Id<struct TicketTag>;
using PublishedScorecardId = base::Id<struct PublishedScorecardTag>;
using ScorecardSignOffId = base::Id<struct ScorecardSignOffTag>;
using ScorecardCommentId = base::Id<struct ScorecardCommentTag>;
using IndicatorTargetId = base::Id<struct IndicatorTargetTag>;
using ReportedFigureId = base::Id<struct ReportedFigureTag>;
using RatingId = base::Id<struct RatingTag>;
using StaffId = base::Id<struct StaffTag>;
using OperationId = base::Id<struct OperationTag>;
using ConflictId = base::Id<struct ConflictTag>;
using ProposalId = base::Id<struct ProposalTag>;
using ImportId = base::Id<struct ImportTag>;
using DraftId = base::Id<struct DraftTag>;
using AttachmentId = base::Id<struct AttachmentTag>;
using OfficialDocumentId = base::Id<struct OfficialDocumentTag>;
using AccessId = base::Id<struct AccessTag>;

template <class Tag>
EntityId anyId(base::Id<Tag> id) {
  return EntityId{id.uuid};
}

}  // namespace ow::domain
