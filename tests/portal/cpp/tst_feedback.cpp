// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/feedback.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// The sentences of a page about its last request.
class FeedbackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachCodeOfAFieldHasASentence_data();
    void eachCodeOfAFieldHasASentence();
    void addressesHaveExamples();

private:
    static QVariantMap errorsFor(const FieldError &error)
    {
        ApiAnswer answer;
        answer.status = 422;
        answer.error = ApiError{.status = 422, .code = u"validation_failed"_s, .fields = {error}};
        Feedback feedback;
        feedback.begin();
        feedback.end(answer);
        return feedback.fieldErrors();
    }
};

/// The codes of the documentation that a person can cause, and those of single calls.
void FeedbackTest::eachCodeOfAFieldHasASentence_data()
{
    QTest::addColumn<QString>("code");
    QFile file(QStringLiteral(WAYMARK_SOURCE_DIR "/resources/pages/errorcodes.txt"));
    QVERIFY(file.open(QFile::ReadOnly));
    QStringList codes{u"own_account"_s, u"in_the_past"_s, u"private_address"_s, u"unresolvable"_s};
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.contains(" = field |"))
            codes += QString::fromLatin1(line.split(' ').first());
    }
    QVERIFY(codes.size() > 15);
    for (const QString &code : {u"unknown"_s, u"read_only"_s, u"wrong_type"_s}) // mistakes of a program
        codes.removeAll(code);
    for (const QString &code : std::as_const(codes))
        QTest::newRow(qPrintable(code)) << code;
}

void FeedbackTest::eachCodeOfAFieldHasASentence()
{
    QFETCH(const QString, code);
    const QString sentence =
        errorsFor({u"/postal_address/city"_s, code, u"The detail of the server."_s})[u"postalAddress.city"_s]
            .toString();
    QVERIFY2(sentence.endsWith(u'.') && !sentence.contains("detail"_L1), qPrintable(sentence)); // which is English
}

void FeedbackTest::addressesHaveExamples()
{
    QVERIFY(errorsFor({u"/source_url"_s, u"malformed"_s, {}})[u"sourceUrl"_s].toString().contains("rtsp://"_L1));
    QVERIFY(errorsFor({u"/target"_s, u"malformed"_s, {}})[u"target"_s].toString().contains("https://"_L1));
}

QTEST_GUILESS_MAIN(FeedbackTest)
#include "tst_feedback.moc"
