#pragma once

#include "core/result.h"
#include "kql/kqltree.h"

#include <QHash>

namespace sonde {

class QueryTranslator;
struct Relation;

/// How the tabular operators are found, by the language service's kind of their node. A source (print, a
/// table) has no input, that is one with no columns and no name. Internal to the engine.
using TabularOperator = Result<Relation> (*)(const KqlNode &node, const Relation &input,
                                             QueryTranslator &query);
using OperatorTable = QHash<QString, TabularOperator>;

/// `extend`, for the operators that do more with its columns.
Result<Relation> extendColumns(const KqlNode &node, const Relation &input, QueryTranslator &query);

void addRowOperators(OperatorTable &table);        ///< where, take, sort, top, count, distinct
void addProjectionOperators(OperatorTable &table); ///< project and its kin, extend
void addSummarizeOperator(OperatorTable &table);
void addSourceOperators(OperatorTable &table); ///< tables, print, datatable
void addUnionOperator(OperatorTable &table);
void addParseOperators(OperatorTable &table);    ///< parse, parse-where, parse-kv
void addJoinOperators(OperatorTable &table);     ///< join, lookup
void addSequenceOperators(OperatorTable &table); ///< serialize, sample, as, materialize, getschema
void addPartitionOperator(OperatorTable &table);
void addSeriesOperator(OperatorTable &table);    ///< make-series
void addSearchOperators(OperatorTable &table);   ///< search, find
void addExpandOperators(OperatorTable &table);   ///< mv-expand, mv-apply
void addEvaluateOperators(OperatorTable &table); ///< bag_unpack, pivot, narrow

} // namespace sonde
