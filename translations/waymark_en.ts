<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChannelsPanel</name>
    <message numerus="yes">
        <source>%n type(s)</source>
        <translation>
            <numerusform>%n type</numerusform>
            <numerusform>%n types</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n camera</numerusform>
            <numerusform>%n cameras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveriesPanel</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaceOverlay</name>
    <message numerus="yes">
        <source>Picture with %n face(s)</source>
        <translation>
            <numerusform>Picture with %n face</numerusform>
            <numerusform>Picture with %n faces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacesPage</name>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n face</numerusform>
            <numerusform>%n faces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message numerus="yes">
        <source>That was too often. Try again in %n second(s).</source>
        <translation>
            <numerusform>That was too often. Try again in %n second.</numerusform>
            <numerusform>That was too often. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message numerus="yes">
        <source>ends in %n day(s)</source>
        <translation>
            <numerusform>ends in %n day</numerusform>
            <numerusform>ends in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkNames</name>
    <message numerus="yes">
        <source>%n face(s) seen</source>
        <translation>
            <numerusform>%n face seen</numerusform>
            <numerusform>%n faces seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message numerus="yes">
        <source>%n notification(s) are sent once more.</source>
        <translation>
            <numerusform>%n notification is sent once more.</numerusform>
            <numerusform>%n notifications are sent once more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message numerus="yes">
        <source>Marks are kept for %n day(s)</source>
        <translation>
            <numerusform>Marks are kept for %n day</numerusform>
            <numerusform>Marks are kept for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n camera(s)</source>
        <translation>
            <numerusform>up to %n camera</numerusform>
            <numerusform>up to %n cameras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportAccessPanel</name>
    <message numerus="yes">
        <source>They looked %n time(s), last at %1.</source>
        <translation>
            <numerusform>They looked once, last at %1.</numerusform>
            <numerusform>They looked %n times, last at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportAccountPage</name>
    <message numerus="yes">
        <source>in %n place(s)</source>
        <translation>
            <numerusform>in %n place</numerusform>
            <numerusform>in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ZoneForm</name>
    <message numerus="yes">
        <source>Take corners away until %n are left.</source>
        <translation>
            <numerusform>Take corners away until %n is left.</numerusform>
            <numerusform>Take corners away until %n are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Click %n more corner(s) into the picture.</source>
        <translation>
            <numerusform>Click %n more corner into the picture.</numerusform>
            <numerusform>Click %n more corners into the picture.</numerusform>
        </translation>
    </message>
</context>
</TS>
