// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apicall.h"
#include "app/portal/viewmodel.h"

#include <QTimer>
#include <QVariantList>

/// What a rule would have done in the last day, compared with the marks that are there. It follows the draft of the
/// rule: shortly after each change, the server runs the draft over what it has observed.
class PreviewModel : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    /// The saved rule; empty: a new one, which is compared with all marks.
    Q_PROPERTY(QString modeId READ modeId WRITE setModeId NOTIFY modeIdChanged REQUIRED)
    /// The rule to run, see ModeDraft.
    Q_PROPERTY(QVariantMap draft READ draft WRITE setDraft NOTIFY draftChanged REQUIRED)
    /// Loading before the first result; Empty if there is no camera; Failed if there is no result for this draft.
    Q_PROPERTY(LoadState::Value state READ state NOTIFY changed)
    Q_PROPERTY(bool running READ isRunning NOTIFY changed)
    /// The time that the result is about.
    Q_PROPERTY(QDateTime from READ from NOTIFY changed)
    Q_PROPERTY(QDateTime to READ to NOTIFY changed)
    /// Numbers: `existing`, `marks`, `new`, `gone`, `kept`, `moved`, `nearMisses`, `cameras`, and `elapsedMs`.
    Q_PROPERTY(QVariantMap counts READ counts NOTIFY changed)
    /// Maps with `at` (0 to 1 of the time), and `differs` for marks that the other side does not have.
    Q_PROPERTY(QVariantList savedTicks READ savedTicks NOTIFY changed)
    Q_PROPERTY(QVariantList draftTicks READ draftTicks NOTIFY changed)
    /// Maps with `kind` (`new`, `gone`, `kept`, `moved`, `near`), `deviceName`, `label`, `startedAt`, `markId`,
    /// `thumbnailUrl`, `reason`, and, for what nearly was a mark, `pointer`, `limit` (its last part), `measured`, and
    /// `required`. The latest first.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    /// What the rule asks for, and was not looked for at that time: `motion`, `objects`, `faces`.
    Q_PROPERTY(QStringList unobserved READ unobserved NOTIFY changed)
    /// The names of the cameras for which the rule asks for objects, and none were looked for at that time:
    /// `withoutObjects` of those whose own rule has to ask for them, `awaitingObjects` of those where they are looked
    /// for whatever the rule asks for.
    Q_PROPERTY(QStringList withoutObjects READ withoutObjects NOTIFY changed)
    Q_PROPERTY(QStringList awaitingObjects READ awaitingObjects NOTIFY changed)
    /// The rule asks for objects, and the server has no detector for them.
    Q_PROPERTY(bool objectsUnavailable READ objectsUnavailable NOTIFY changed)
    Q_PROPERTY(bool refused READ isRefused NOTIFY changed)
    /// Some of the marks are missing, because there are too many, or the run took too long.
    Q_PROPERTY(bool truncated READ isTruncated NOTIFY changed)

public:
    explicit PreviewModel(QObject *parent = nullptr);
    ~PreviewModel() override;

    QString modeId() const { return m_modeId; }
    void setModeId(const QString &id);
    QVariantMap draft() const { return m_draft; }
    void setDraft(const QVariantMap &draft);
    LoadState::Value state() const { return m_state; }
    bool isRunning() const { return m_call; }
    QDateTime from() const { return m_from; }
    QDateTime to() const { return m_to; }
    QVariantMap counts() const { return m_counts; }
    QVariantList savedTicks() const { return m_savedTicks; }
    QVariantList draftTicks() const { return m_draftTicks; }
    QVariantList rows() const { return m_rows; }
    QStringList unobserved() const { return m_unobserved; }
    QStringList withoutObjects() const { return namesOf(m_withoutObjects); }
    QStringList awaitingObjects() const { return namesOf(m_awaitingObjects); }
    bool objectsUnavailable() const { return m_objectsUnavailable; }
    /// Returns whether the last preview failed because the rule is not valid.
    bool isRefused() const { return m_isRefused; }
    bool isTruncated() const { return m_truncated; }

    Q_INVOKABLE void run();
    /// Has objects looked for at all times at the cameras of `withoutObjects`, and runs the rule again.
    Q_INVOKABLE void lookForObjects();

Q_SIGNALS:
    void modeIdChanged();
    void draftChanged();
    void changed();

protected:
    void attached() override;
    void reconnected() override { readNames(); }

private:
    /// Reads the names of the cameras, and then runs the rule.
    void readNames();
    void take(const QByteArray &lines);
    void takeLine(const QJsonObject &line, QVariantMap &observed);
    void takeCamera(const QJsonObject &line, QVariantMap &observed);
    void lookForObjectsAt(QStringList ids);
    QStringList namesOf(const QStringList &ids) const;
    double shareOf(const QString &time) const;

    QString m_modeId;
    QVariantMap m_draft;
    LoadState::Value m_state = LoadState::Loading;
    QPointer<ApiCall> m_call;
    QHash<QString, QString> m_names; ///< of cameras, by id
    QDateTime m_from;
    QDateTime m_to;
    QVariantMap m_counts;
    QVariantList m_savedTicks;
    QVariantList m_draftTicks;
    QVariantList m_rows;
    QStringList m_unobserved;
    QStringList m_needs; ///< what the rule of the result asks for
    QStringList m_withoutObjects; ///< ids of cameras
    QStringList m_awaitingObjects;
    bool m_objectsUnavailable = false;
    bool m_isRefused = false;
    bool m_truncated = false;
    QTimer m_soon; ///< joins the changes of a slider into one run
};
