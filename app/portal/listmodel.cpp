// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/listmodel.h"

#include "app/portal/rolevalues.h"
#include "models/core/resource.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

ListModel::ListModel(const QMetaObject &type, const QString &key, const QList<QByteArray> &extraRoles, QObject *parent)
    : QAbstractListModel(parent)
    , m_type(type)
    , m_key(key)
{
    int role = Qt::UserRole;
    for (const auto &field : Resource::fieldsOf(type).all) {
        if (field.json)
            m_roles.insert(role++, field.property);
    }
    for (const auto &extra : extraRoles)
        m_roles.insert(role++, extra);
    connect(this, &QAbstractListModel::rowsInserted, this, &ListModel::countChanged);
    connect(this, &QAbstractListModel::rowsRemoved, this, &ListModel::countChanged);
    connect(this, &QAbstractListModel::modelReset, this, &ListModel::countChanged);
}

void ListModel::setPortal(Portal *portal)
{
    if (m_portal == portal)
        return;
    m_portal = portal;
    Q_EMIT portalChanged();
    if (m_complete)
        componentComplete();
}

void ListModel::componentComplete()
{
    m_complete = true;
    if (!m_portal)
        return;
    connect(m_portal, &Portal::connectedChanged, this, &ListModel::connectionChanged, Qt::UniqueConnection);
    connect(&m_portal->events(), &EventStream::startedAfresh, this, &ListModel::reload, Qt::UniqueConnection);
    attached();
    reload();
}

/// Loads the list again if the last load failed for lack of a connection, and clears the error.
void ListModel::connectionChanged()
{
    if (!m_portal->connected() || !m_feedback.isUnreachable())
        return;
    clearErrors();
    reload();
}

void ListModel::reload()
{
    if (!m_portal || !m_complete)
        return;
    if (m_state == LoadState::Failed)
        setState(LoadState::Loading);
    m_loadingMore = false;
    m_loading = true;
    m_overtaken = false;
    m_removed.clear();
    readPage({.serial = ++m_serial}, {});
}

ApiRequest ListModel::pageRequest(const QString &cursor) const
{
    auto request = listRequest();
    if (!cursor.isEmpty())
        request.query.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    return request;
}

void ListModel::readPage(const Load &load, const QString &cursor)
{
    m_feedback.begin();
    Q_EMIT feedbackChanged();
    m_portal->client().send(pageRequest(cursor), this, [this, load](const ApiAnswer &answer) {
        m_feedback.end(answer);
        if (load.serial == m_serial)
            takePage(load, answer);
        Q_EMIT feedbackChanged();
    });
}

void ListModel::takePage(Load load, const ApiAnswer &answer)
{
    m_read = m_read || answer.ok();
    m_loading = answer.ok();
    if (!answer.ok())
        return settle();
    load.rows += rowsOf(answer);
    ++load.pages;
    const QString cursor = answer.json["next_cursor"_L1].toString();
    if (load.pages < m_pages && !cursor.isEmpty()) {
        readPage(load, cursor);
        return;
    }
    m_loading = false;
    m_pages = load.pages;
    m_inserted = 0;
    show(load.rows, answer);
    loaded(ids());
    if (m_overtaken)
        reload();
}

void ListModel::loadMore()
{
    if (!hasMore() || m_loadingMore)
        return;
    m_loadingMore = true;
    if (!m_loading)
        m_removed.clear();
    const int serial = m_serial;
    act(
        pageRequest(m_nextCursor),
        [this, serial](const ApiAnswer &answer) {
            if (serial == m_serial)
                takeMore(answer);
        },
        [this, serial] { m_loadingMore = m_loadingMore && serial != m_serial; });
}

void ListModel::takeMore(const ApiAnswer &answer)
{
    m_loadingMore = false;
    ++m_pages;
    auto rows = m_rows;
    QStringList fresh;
    for (const auto &row : rowsOf(answer)) {
        // An event may have inserted a row of this page already.
        const QString id = row.value(m_key).toString();
        if (indexOf(id) >= 0)
            continue;
        rows.append(row);
        fresh.append(id);
    }
    show(rows, answer);
    loaded(fresh);
}

QList<QVariantMap> ListModel::rowsOf(const ApiAnswer &answer) const
{
    QList<QVariantMap> rows;
    for (const auto &item : answer.json["items"_L1].toArray()) {
        if (const auto row = rowOf(item.toObject()); shows(row) && !m_removed.contains(row.value(m_key).toString()))
            rows.append(row);
    }
    return rows;
}

void ListModel::show(const QList<QVariantMap> &rows, const ApiAnswer &lastPage)
{
    m_nextCursor = lastPage.json["next_cursor"_L1].toString();
    merge(rows);
    if (m_rows.isEmpty() && hasMore()) {
        loadMore();
        return;
    }
    settle();
    Q_EMIT stateChanged();
}

void ListModel::merge(const QList<QVariantMap> &rows)
{
    QSet<QString> staying;
    for (const auto &row : rows)
        staying.insert(row.value(m_key).toString());
    QStringList gone;
    for (const auto &id : ids()) {
        if (!staying.contains(id))
            gone.append(id);
    }
    removeRows(gone);
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const int row = int(at);
        const QString id = rows[at].value(m_key).toString();
        const int was = idAt(row) == id ? row : indexOf(id);
        if (was < 0) {
            insertRow(row, rows[at]);
            continue;
        }
        if (was > row) {
            beginMoveRows({}, was, was, {}, row);
            m_rows.move(was, row);
            endMoveRows();
        }
        changeRow(row, rows[at]);
    }
}

void ListModel::restart()
{
    beginResetModel();
    m_rows.clear();
    m_nextCursor.clear();
    m_pages = 0;
    m_read = false;
    endResetModel();
    setState(LoadState::Loading);
    reload();
}

void ListModel::settle()
{
    if (!m_rows.isEmpty())
        setState(LoadState::Ready);
    else
        setState(m_read ? LoadState::Empty : LoadState::Failed);
}

void ListModel::act(const ApiRequest &request, std::function<void(const ApiAnswer &)> done,
                    std::function<void()> failed)
{
    m_feedback.begin();
    Q_EMIT feedbackChanged();
    fetch(request, [this, done = std::move(done), failed = std::move(failed)](const ApiAnswer &answer) {
        m_feedback.end(answer);
        Q_EMIT feedbackChanged();
        if (answer.ok() && done)
            done(answer);
        else if (!answer.ok() && failed)
            failed();
    });
}

void ListModel::fetch(const ApiRequest &request, std::function<void(const ApiAnswer &)> done)
{
    m_portal->client().send(request, this, std::move(done));
}

void ListModel::clearErrors()
{
    m_feedback.clear();
    Q_EMIT feedbackChanged();
}

QVariantMap ListModel::rowOf(const QJsonObject &json) const
{
    auto row = RoleValues::fromJson(m_type, json);
    // Keeps the extra roles of a row over a reload.
    const int known = indexOf(row.value(m_key).toString());
    if (known >= 0) {
        for (auto value = m_rows[known].begin(); value != m_rows[known].end(); ++value) {
            if (!row.contains(value.key()))
                row.insert(value.key(), *value);
        }
    }
    decorate(row);
    return row;
}

int ListModel::indexOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].value(m_key).toString() == id)
            return int(i);
    }
    return -1;
}

QStringList ListModel::ids() const
{
    QStringList all;
    for (const auto &row : m_rows)
        all.append(row.value(m_key).toString());
    return all;
}

void ListModel::patch(const QString &id, const QVariantMap &values)
{
    const int row = indexOf(id);
    if (row < 0)
        return;
    auto changed = m_rows[row];
    changed.insert(values);
    changeRow(row, changed);
}

void ListModel::changeRow(int row, const QVariantMap &values)
{
    if (m_rows[row] == values)
        return;
    m_rows[row] = values;
    Q_EMIT dataChanged(index(row), index(row));
}

void ListModel::insert(int at, const QVariantMap &row)
{
    m_overtaken = m_loading;
    insertRow(at, row);
    if (++m_inserted == mostInserted)
        reload();
}

void ListModel::insertRow(int at, const QVariantMap &row)
{
    beginInsertRows({}, at, at);
    m_rows.insert(at, row);
    endInsertRows();
    settle();
}

void ListModel::removeIds(const QStringList &ids)
{
    m_removals += removeRows(ids);
    if (m_loading || m_loadingMore)
        m_removed.unite(QSet(ids.begin(), ids.end()));
    if (m_read)
        settle();
}

int ListModel::removeRows(const QStringList &ids)
{
    const qsizetype before = m_rows.size();
    for (const auto &id : ids) {
        if (const int row = indexOf(id); row >= 0) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    }
    return int(before - m_rows.size());
}

int ListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant ListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return m_rows[index.row()].value(QString::fromLatin1(m_roles.value(role)));
}

QHash<int, QByteArray> ListModel::roleNames() const { return m_roles; }

void ListModel::setState(LoadState::Value state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}
