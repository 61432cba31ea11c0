// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/connection.h"

namespace ow::centre {

using base::ErrorKind;

// Messages of the server may quote values, so only codes leave this room; the OW ones are ours and name a rule or an entity.
base::Error serverError(const PGresult* result, const std::string& host) {
  const char* field = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const std::string code = field == nullptr ? "" : field;
  const char* message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  const std::string own = message == nullptr ? "" : message;
  const std::string area = code.substr(0, 2);
  if (code == "OW001") return base::fail(ErrorKind::centreRefused, {{"rule", own}});
  if (code == "OW404") return base::fail(ErrorKind::notFound, {{"entity", own}});
  if (code == "OW409") return base::fail(ErrorKind::duplicate, {{"entity", own}});
  if (code == "42883" || code == "3F000" || code == "42P01") return base::fail(ErrorKind::centreTooOld, {{"code", code}});
  if (code == "42501") return base::fail(ErrorKind::centreRefused, {{"rule", "right"}});
  if (area == "28") return base::fail(ErrorKind::centreRefused, {{"rule", "login"}});
  // Shut down, out of room or of connections, read only since a failover, a lock not had in time: all of it passes.
  if (code.empty() || area == "08" || area == "57" || area == "53" || area == "40" || code == "25006" || code == "55P03" ||
      area == "58")
    return base::fail(ErrorKind::centreAway, {{"host", host}, {"detail", code.empty() ? "closed" : code}});
  return base::fail(ErrorKind::internal, {{"where", "centre"}, {"code", code}});
}

}  // namespace ow::centre
