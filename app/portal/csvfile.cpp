// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/csvfile.h"

#include <QDate>
#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

void CsvFile::save(const QString &path, const QVariantMap &query, const QString &name)
{
    QUrlQuery items;
    for (auto it = query.begin(); it != query.end(); ++it) {
        if (!it->toString().isEmpty())
            items.addQueryItem(it.key(), it->toString());
    }
    ApiRequest request = ApiRequest::get(path, items);
    request.contentType = "text/csv";
    fetch(request, [this, name](const ApiAnswer &answer) {
        if (!answer.ok()) {
            Q_EMIT failed(errorText());
            return;
        }
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
        QDir().mkpath(folder);
        // Keeps an earlier file, unless the new one is complete.
        QSaveFile file(u"%1/%2-%3.csv"_s.arg(folder, name, QDate::currentDate().toString(Qt::ISODate)));
        const bool written =
            file.open(QFile::WriteOnly) && file.write(answer.body) == answer.body.size() && file.commit();
        if (written)
            Q_EMIT saved(file.fileName());
        else
            Q_EMIT failed(tr("Can't write the file: %1").arg(file.errorString()));
    });
}
