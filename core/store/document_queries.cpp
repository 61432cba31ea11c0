// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/document_queries.h"

#include "store/schema.h"

namespace ow::store {

using base::Result;
using domain::OfficialDocument;

Result<std::vector<DocumentLine>> documentsOf(Connection& connection, domain::CaseId id, std::size_t limit) {
  static const std::string sql = "SELECT " + columnsOf<OfficialDocument>("d") +
                                 ", coalesce(s.name, ''), (SELECT o.state FROM operation o WHERE o.entity_id = d.id"
                                 " AND o.entity = 'document' AND o.kind = 'append' ORDER BY o.seq LIMIT 1)"
                                 " FROM official_document d LEFT JOIN staff s ON s.id = d.issued_by"
                                 " WHERE d.case_id = ?1 ORDER BY d.issued_at DESC, d.n DESC LIMIT ?2";
  OW_TRY(auto row, connection.prepare(sql));
  row.bindUuid(1, id.uuid).bindInt(2, std::int64_t(limit));
  const int behind = int(schemaOf<OfficialDocument>().fields.size()) + 1;
  std::vector<DocumentLine> lines;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return lines;
    DocumentLine line;
    OW_TRY(line.document, readEntity<OfficialDocument>(row));
    line.issuedBy = row.text(behind);
    if (!row.isNull(behind + 1)) line.outbox = base::fromCode<OperationState>(row.view(behind + 1));
    lines.push_back(std::move(line));
  }
}

}  // namespace ow::store
