// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/palettemodel.h"

using namespace Qt::StringLiterals;

namespace {
enum Role { Kind = Qt::UserRole, EntryId, Title, Before, Match, After, Detail, Icon, Keys, Link };

PaletteEntry entryOf(const QVariantMap &map)
{
    const auto text = [&map](const QString &key) { return map.value(key).toString(); };
    return {.kind = text(u"kind"_s),
            .id = text(u"id"_s),
            .title = text(u"title"_s),
            .detail = text(u"detail"_s),
            .words = text(u"words"_s),
            .icon = text(u"icon"_s),
            .keys = text(u"keys"_s),
            .link = text(u"link"_s)};
}
}

PaletteModel::PaletteModel(QObject *parent)
    : QAbstractListModel(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(300);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_objects.search(m_query, m_staff); });
    connect(&m_objects, &PaletteObjects::read, this, &PaletteModel::take);
    connect(&m_objects, &PaletteObjects::found, this, &PaletteModel::takeFound);
}

void PaletteModel::setPortal(Portal *portal)
{
    if (m_portal == portal)
        return;
    m_portal = portal;
    m_objects.setPortal(portal);
    connect(portal->session(), &PortalSession::signedInChanged, &m_objects, &PaletteObjects::forget);
    Q_EMIT portalChanged();
}

void PaletteModel::setQuery(const QString &query)
{
    if (m_query == query)
        return;
    m_pause.start();
    change([&] {
        m_query = query;
        m_found = {};
    });
    Q_EMIT queryChanged();
}

void PaletteModel::setRecent(const QStringList &recent)
{
    if (m_recent == recent)
        return;
    change([&] { m_recent = recent; });
    Q_EMIT recentChanged();
}

void PaletteModel::setOwn(const QVariantList &own)
{
    m_own = own;
    QList<PaletteEntry> entries;
    for (const auto &entry : own)
        entries.append(entryOf(entry.toMap()));
    Q_EMIT ownChanged();
    take({u"page"_s, u"action"_s}, entries);
}

void PaletteModel::take(const QStringList &kinds, const QList<PaletteEntry> &entries)
{
    change([&] { m_index.replace(kinds, entries); });
}

void PaletteModel::takeFound(const QStringList &kinds, const QList<PaletteEntry> &entries)
{
    change([&] { m_found.replace(kinds, entries); });
}

void PaletteModel::change(const std::function<void()> &change)
{
    beginResetModel(); // the results point into the indexes
    change();
    m_results = m_index.search(m_query, m_recent, most);
    QSet<QString> known;
    for (const auto &result : m_results)
        known.insert(result.entry->id);
    // The server may have found something by a field that it does not tell. Its order is kept.
    for (const auto &result : m_found.all()) {
        if (!known.contains(result.entry->id))
            m_results.append(result);
    }
    endResetModel();
    Q_EMIT resultsChanged();
}

QVariantMap PaletteModel::get(int row) const
{
    QVariantMap map;
    if (row < 0 || row >= count())
        return map;
    const auto names = roleNames();
    for (auto it = names.begin(); it != names.end(); ++it)
        map.insert(QString::fromLatin1(it.value()), data(index(row), it.key()));
    return map;
}

bool PaletteModel::startsGroup(int row) const
{
    return row == 0 || (row > 0 && row < count() && m_results[row].entry->kind != m_results[row - 1].entry->kind);
}

int PaletteModel::nextGroup(int row, int step) const
{
    QList<int> starts;
    int current = 0;
    for (int i = 0; i < count(); ++i) {
        if (startsGroup(i))
            starts.append(i);
        if (i == row)
            current = int(starts.size()) - 1;
    }
    return starts.isEmpty() ? -1 : starts[(current + step + int(starts.size())) % int(starts.size())];
}

void PaletteModel::remember(int row)
{
    if (row < 0 || row >= count())
        return;
    const QString key = m_results[row].entry->kind + u':' + m_results[row].entry->id;
    m_recent.removeAll(key);
    m_recent.prepend(key);
    m_recent = m_recent.first(std::min<qsizetype>(m_recent.size(), 20));
    Q_EMIT recentChanged();
}

int PaletteModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const auto &result = m_results[index.row()];
    const auto &entry = *result.entry;
    switch (role) {
    case Kind:
        return entry.kind;
    case EntryId:
        return entry.id;
    case Title:
    case Qt::DisplayRole:
        return entry.title;
    case Before:
        return entry.title.first(result.title.length > 0 ? result.title.at : 0);
    case Match:
        return entry.title.mid(result.title.at, result.title.length);
    case After:
        return entry.title.sliced(result.title.length > 0 ? result.title.at + result.title.length : 0);
    case Detail:
        return entry.detail;
    case Icon:
        return entry.icon;
    case Keys:
        return entry.keys;
    case Link:
        return entry.link;
    default:
        return {};
    }
}

QHash<int, QByteArray> PaletteModel::roleNames() const
{
    return {{Kind, "kind"},   {EntryId, "entryId"}, {Title, "title"}, {Before, "before"}, {Match, "match"},
            {After, "after"}, {Detail, "detail"},   {Icon, "icon"},   {Keys, "keys"},     {Link, "link"}};
}
