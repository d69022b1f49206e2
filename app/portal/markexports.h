// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

#include <QNetworkAccessManager>
#include <QSaveFile>
#include <QUrl>

class QNetworkReply;

/// Saves the clips of marks as files, and hands out links to them.
class MarkExports : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Files are being saved: `done` of `total`.
    Q_PROPERTY(bool running READ isRunning NOTIFY progressChanged)
    Q_PROPERTY(int total READ total NOTIFY progressChanged)
    Q_PROPERTY(int done READ done NOTIFY progressChanged)
    /// The folder of the files. Defaults to a folder of its own among the user's downloads.
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY folderChanged)

public:
    explicit MarkExports(QObject *parent = nullptr);
    ~MarkExports() override;

    bool isRunning() const { return m_done < m_total; }
    int total() const { return m_total; }
    int done() const { return m_done; }
    QString folder() const { return m_folder; }
    void setFolder(const QString &folder);

    /// Saves the clip of each mark, or its snapshot if there is no clip. `marks` are rows of MarksModel. Does nothing
    /// while files are being saved.
    Q_INVOKABLE void save(const QVariantList &marks);
    Q_INVOKABLE void cancel();
    /// Copies a link to the clip of each mark, or to its snapshot, to the clipboard. Whoever has a link may open it
    /// until it ends after `hours` (168 at most) or is revoked.
    Q_INVOKABLE void share(const QStringList &ids, int hours);
    /// Makes all links to these marks invalid.
    Q_INVOKABLE void revoke(const QStringList &ids);

Q_SIGNALS:
    void progressChanged();
    void folderChanged();
    /// All files are saved, but for `missing` marks that have neither a clip nor a snapshot.
    void saved(int files, int missing);
    /// Only `files` of `total` are saved, because of one that could not be. `reason` is a sentence.
    void failed(const QString &reason, int files, int total);
    void shared(int links);
    void revoked();
    /// The links were neither made nor revoked. `reason` is a sentence.
    void refused(const QString &reason);

private:
    struct File
    {
        QString name; ///< without the ending
        QUrl url;
        bool isClip = false;
    };

    void sign(const QStringList &ids, int seconds, std::function<void(const ApiAnswer &)> done);
    void saveFrom(const ApiAnswer &answer, const QHash<QString, QString> &names);
    void saveNext();
    void write();
    void finishFile();
    void fail(const QString &reason);
    void end();

    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    std::unique_ptr<QSaveFile> m_file;
    QList<File> m_files;
    QString m_folder;
    int m_total = 0;
    int m_done = 0;
    int m_missing = 0;
};
