// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/referencemodel.h"

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array roles{"operationId", "method", "path", "summary", "tag", "heading"};

/// Returns whether the call shows a page to a person, or a part of a page.
bool isPage(const QJsonObject &operation)
{
    const QJsonObject responses = operation[u"responses"_s].toObject();
    return std::any_of(responses.begin(), responses.end(), [](const QJsonValue &response) {
        const QJsonObject content = response[u"content"_s].toObject();
        return content.contains(u"text/html"_s) || content.contains(u"text/css"_s);
    });
}

int rank(const QVariantMap &call)
{
    static const QStringList order{u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s};
    return int(order.indexOf(call.value(u"method"_s).toString()));
}

QString textOf(const QVariantMap &call, const char *role) { return call.value(QLatin1StringView(role)).toString(); }
}

ReferenceModel::ReferenceModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ReferenceModel::reload()
{
    setState(LoadState::Loading);
    m_feedback.begin();
    m_portal->client().send(ApiRequest::get(u"/openapi.json"_s), this, [this](const ApiAnswer &answer) {
        m_feedback.end(answer);
        if (answer.ok())
            take(answer.json);
        else
            setState(LoadState::Failed);
    });
}

void ReferenceModel::take(const QJsonObject &document)
{
    m_calls.clear();
    const QJsonObject paths = document[u"paths"_s].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (auto each = item.begin(); each != item.end(); ++each) {
            const QJsonObject operation = each.value().toObject();
            if (!isPage(operation))
                m_calls += QVariantMap{{u"operationId"_s, operation[u"operationId"_s].toString()},
                                       {u"method"_s, each.key().toUpper()},
                                       {u"path"_s, path.key()},
                                       {u"summary"_s, operation[u"summary"_s].toString()},
                                       {u"tag"_s, operation[u"tags"_s][0].toString()}};
        }
    }
    std::sort(m_calls.begin(), m_calls.end(), [](const QVariantMap &a, const QVariantMap &b) {
        return std::tuple(textOf(a, "tag"), textOf(a, "path"), rank(a))
            < std::tuple(textOf(b, "tag"), textOf(b, "path"), rank(b));
    });
    filter();
}

void ReferenceModel::setSearch(const QString &text)
{
    if (m_search == text)
        return;
    m_search = text;
    Q_EMIT searchChanged();
    if (m_state == LoadState::Ready || m_state == LoadState::Empty)
        filter();
}

void ReferenceModel::filter()
{
    const QStringList words = m_search.simplified().split(u' ', Qt::SkipEmptyParts);
    QList<QVariantMap> shown;
    for (const QVariantMap &call : std::as_const(m_calls)) {
        const QString all =
            QStringList{textOf(call, "method"), textOf(call, "path"), textOf(call, "summary"), textOf(call, "tag")}
                .join(u' ');
        if (std::all_of(words.cbegin(), words.cend(),
                        [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }))
            shown += call;
    }
    QString last;
    for (QVariantMap &call : shown) {
        const QString tag = textOf(call, "tag");
        call.insert(u"heading"_s, tag == last ? QString() : tag);
        last = tag;
    }
    // Not as a reset, during which a view of Qt 6.4 warns of rows that it was about to show.
    if (!m_shown.isEmpty()) {
        beginRemoveRows({}, 0, count() - 1);
        m_shown.clear();
        endRemoveRows();
    }
    if (!shown.isEmpty()) {
        beginInsertRows({}, 0, int(shown.size()) - 1);
        m_shown = shown;
        endInsertRows();
    }
    Q_EMIT countChanged();
    setState(m_shown.isEmpty() ? LoadState::Empty : LoadState::Ready);
}

void ReferenceModel::setState(LoadState::Value state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

QVariantMap ReferenceModel::get(int row) const { return m_shown.value(row); }

QString ReferenceModel::idAt(int row) const { return textOf(get(row), "operationId"); }

int ReferenceModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant ReferenceModel::data(const QModelIndex &index, int role) const
{
    const int at = role - Qt::UserRole;
    if (!index.isValid() || at < 0 || at >= int(roles.size()))
        return {};
    return m_shown.value(index.row()).value(QLatin1StringView(roles[size_t(at)]));
}

QHash<int, QByteArray> ReferenceModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (size_t i = 0; i < roles.size(); ++i)
        names.insert(Qt::UserRole + int(i), roles[i]);
    return names;
}
