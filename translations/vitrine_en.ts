<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>IncomingFiles</name>
    <message numerus="yes">
        <source>%n file(s) are too many: a message takes at most %1, so none of them was added.</source>
        <translation>
            <numerusform>%n file is too many: a message takes at most %1, so it was not added.</numerusform>
            <numerusform>%n files are too many: a message takes at most %1, so none of them was added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be added. The first: %1</source>
        <translation>
            <numerusform>%n file could not be added: %1</numerusform>
            <numerusform>%n files could not be added. The first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProvidersCommand</name>
    <message numerus="yes">
        <source>&quot;%1&quot; works: %n model(s).</source>
        <translation>
            <numerusform>&quot;%1&quot; works: %n model.</numerusform>
            <numerusform>&quot;%1&quot; works: %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message numerus="yes">
        <source>The file of conversations was damaged. It was kept as %1; %n conversation(s) could be recovered from it, with all steps that were readable.</source>
        <translation>
            <numerusform>The file of conversations was damaged. It was kept as %1; %n conversation could be recovered from it, with all steps that were readable.</numerusform>
            <numerusform>The file of conversations was damaged. It was kept as %1; %n conversations could be recovered from it, with all steps that were readable.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TurnPresenter</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Read text in %1: %n line(s)</source>
        <translation>
            <numerusform>Read text in %1: %n line</numerusform>
            <numerusform>Read text in %1: %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrine::ApiStream</name>
    <message numerus="yes">
        <source>Fetching %n file(s) that the answer names.</source>
        <translation>
            <numerusform>Fetching %n file that the answer names.</numerusform>
            <numerusform>Fetching %n files that the answer names.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrine::ApprovalBar</name>
    <message numerus="yes">
        <source>May this run? (%n more after it)</source>
        <translation>
            <numerusform>May this run? (%n more after it)</numerusform>
            <numerusform>May this run? (%n more after it)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrine::ConnectionRow</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrine::TimelinePanel</name>
    <message numerus="yes">
        <source>Show %n earlier step(s)</source>
        <translation>
            <numerusform>Show %n earlier step</numerusform>
            <numerusform>Show %n earlier steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrine::TurnRunner</name>
    <message numerus="yes">
        <source>%n earlier message(s), for which the summary stands</source>
        <translation>
            <numerusform>%n earlier message, for which the summary stands</numerusform>
            <numerusform>%n earlier messages, for which the summary stands</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation>
            <numerusform>%n output</numerusform>
            <numerusform>%n outputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
</TS>
