// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/outboxmodel.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

OutboxModel::OutboxModel(QObject *parent)
    : QAbstractListModel(parent)
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &OutboxModel::reload);
}

void OutboxModel::setPortal(Portal *portal)
{
    if (m_portal == portal)
        return;
    m_portal = portal;
    Q_EMIT portalChanged();
    reload();
}

void OutboxModel::reload()
{
    if (!m_portal || !m_portal->outboxAvailable())
        return;
    // Only an existing folder can be watched.
    const QDir dir(m_portal->outboxDir());
    dir.mkpath(u"."_s);
    if (m_watcher.directories().isEmpty())
        m_watcher.addPath(dir.path());

    // The names are ids that sort by time.
    const QStringList files = dir.entryList({u"*.eml"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    if (files == m_files)
        return;
    beginResetModel();
    m_files.clear();
    m_mails.clear();
    for (const auto &name : files) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        m_files.append(name);
        m_mails.append(MailMessage::parse(file.readAll()));
    }
    endResetModel();
    Q_EMIT countChanged();
}

int OutboxModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &mail = m_mails[index.row()];
    switch (role) {
    case Subject:
        return mail.subject;
    case To:
        return mail.to;
    case Date:
        return mail.date;
    case Body:
        return mail.body;
    case Code:
        return mail.code();
    default:
        return {};
    }
}

QHash<int, QByteArray> OutboxModel::roleNames() const
{
    return {{Subject, "subject"}, {To, "to"}, {Date, "date"}, {Body, "body"}, {Code, "code"}};
}
