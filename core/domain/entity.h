// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "domain/attachment.h"
#include "domain/case.h"
#include "domain/conflict.h"
#include "domain/interaction.h"
#include "domain/official_document.h"
#include "domain/party.h"
#include "domain/rating.h"
#include "domain/rating_review.h"
#include "domain/scorecard_record.h"
#include "domain/service.h"
#include "domain/staff.h"
#include "domain/survey.h"
#include "domain/ticket.h"
#include "domain/value.h"

namespace ow::domain {

// The kinds of entity that operations are about.
enum class EntityKind {
  party,
  identifier,
  contactPoint,
  address,
  relationship,
  service,
  case_,
  caseEvent,
  caseLink,
  interaction,
  rating,
  staff,
  conflict,
  proposal,
  attachment,
  document,
  pad,
  ratingReview,
  surveyRound,
  surveyAnswer,
  surveyTask,
  ticket,
  publishedScorecard,
  scorecardSignOff,
  scorecardComment,
  indicatorTarget,
  reportedFigure
};

// Traits of an entity type: its kind, its id, and the visitor over its fields. Append-only kinds take `append` operations only.
template <class T>
struct EntityTraits;

#define OW_ENTITY(Type, Kind, Describe, Appends)          \
  template <>                                             \
  struct EntityTraits<Type> {                             \
    static constexpr EntityKind kKind = EntityKind::Kind; \
    static constexpr bool kAppendOnly = Appends;          \
    template <class V, class E>                           \
    static void describe(V&& v, E& e) {                   \
      Describe(std::forward<V>(v), e);                    \
    }                                                     \
  };
OW_ENTITY(Party, party, describeParty, false)
OW_ENTITY(Identifier, identifier, describeIdentifier, false)
OW_ENTITY(ContactPoint, contactPoint, describeContactPoint, false)
OW_ENTITY(Address, address, describeAddress, false)
OW_ENTITY(Relationship, relationship, describeRelationship, false)
OW_ENTITY(Service, service, describeService, false)
OW_ENTITY(Case, case_, describeCase, false)
OW_ENTITY(CaseEvent, caseEvent, describeCaseEvent, true)
OW_ENTITY(CaseLink, caseLink, describeCaseLink, true)
OW_ENTITY(Interaction, interaction, describeInteraction, true)
OW_ENTITY(Rating, rating, describeRating, true)
OW_ENTITY(Staff, staff, describeStaff, false)
OW_ENTITY(Conflict, conflict, describeConflict, false)
OW_ENTITY(Proposal, proposal, describeProposal, false)
OW_ENTITY(Attachment, attachment, describeAttachment, true)
OW_ENTITY(OfficialDocument, document, describeOfficialDocument, true)
OW_ENTITY(Pad, pad, describePad, true)
OW_ENTITY(RatingReview, ratingReview, describeRatingReview, false)
OW_ENTITY(SurveyRound, surveyRound, describeSurveyRound, false)
OW_ENTITY(SurveyAnswer, surveyAnswer, describeSurveyAnswer, true)
OW_ENTITY(SurveyTask, surveyTask, describeSurveyTask, false)
OW_ENTITY(Ticket, ticket, describeTicket, false)
OW_ENTITY(PublishedScorecard, publishedScorecard, describePublishedScorecard, true)
OW_ENTITY(ScorecardSignOff, scorecardSignOff, describeScorecardSignOff, true)
OW_ENTITY(ScorecardComment, scorecardComment, describeScorecardComment, true)
OW_ENTITY(IndicatorTarget, indicatorTarget, describeIndicatorTarget, true)
OW_ENTITY(ReportedFigure, reportedFigure, describeReportedFigure, true)
#undef OW_ENTITY

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::EntityKind> = std::array<std::string_view, 27>{"party",
                                                                                                  "identifier",
                                                                                                  "contact_point",
                                                                                                  "address",
                                                                                                  "relationship",
                                                                                                  "service",
                                                                                                  "case",
                                                                                                  "case_event",
                                                                                                  "case_link",
                                                                                                  "interaction",
                                                                                                  "rating",
                                                                                                  "staff",
                                                                                                  "conflict",
                                                                                                  "proposal",
                                                                                                  "attachment",
                                                                                                  "document",
                                                                                                  "pad",
                                                                                                  "rating_review",
                                                                                                  "survey_round",
                                                                                                  "survey_answer",
                                                                                                  "survey_task",
                                                                                                  "ticket",
                                                                                                  "published_scorecard",
                                                                                                  "scorecard_signoff",
                                                                                                  "scorecard_comment",
                                                                                                  "indicator_target",
                                                                                                  "reported_figure"};
