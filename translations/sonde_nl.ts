<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AnswerError</name>
    <message>
        <source>The service refused the query.</source>
        <translation>De service heeft de query geweigerd.</translation>
    </message>
    <message>
        <source>Correct the query and run it again.</source>
        <translation>Corrigeer de query en voer die opnieuw uit.</translation>
    </message>
    <message>
        <source>The service does not accept a token for this audience.</source>
        <translation>De service accepteert geen token voor deze audience.</translation>
    </message>
    <message>
        <source>Check the cloud and the audience in the connection.</source>
        <translation>Controleer de cloud en de audience in de verbinding.</translation>
    </message>
    <message>
        <source>The application may not read this workspace.</source>
        <translation>De toepassing mag deze werkruimte niet lezen.</translation>
    </message>
    <message>
        <source>Ask for the role “Log Analytics Reader” on the workspace; a new role may take up to 60 minutes to work.</source>
        <translation>Vraag om de rol “Lezer van Log Analytics” (Log Analytics Reader) voor de werkruimte; het kan tot 60 minuten duren voordat een nieuwe rol werkt.</translation>
    </message>
    <message>
        <source>Ask for the role “Log Analytics Reader” on the workspace (it holds workspaces/search/action); a new role may take up to 60 minutes to work.</source>
        <translation>Vraag om de rol “Lezer van Log Analytics” (Log Analytics Reader) voor de werkruimte (die bevat workspaces/search/action); het kan tot 60 minuten duren voordat een nieuwe rol werkt.</translation>
    </message>
    <message>
        <source>The workspace was not found.</source>
        <translation>De werkruimte is niet gevonden.</translation>
    </message>
    <message>
        <source>Check the workspace id and the cloud in the connection.</source>
        <translation>Controleer de werkruimte-id en de cloud in de verbinding.</translation>
    </message>
    <message>
        <source>Check the subscription, the resource group and the workspace name in the connection.</source>
        <translation>Controleer het abonnement, de resourcegroep en de werkruimtenaam in de verbinding.</translation>
    </message>
    <message>
        <source>The service has had too many requests.</source>
        <translation>De service heeft te veel aanvragen gekregen.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Probeer het over %n seconde opnieuw.</numerusform>
            <numerusform>Probeer het over %n seconden opnieuw.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait a minute and try again.</source>
        <translation>Wacht een minuut en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>De service antwoordde niet op tijd.</translation>
    </message>
    <message>
        <source>Run the search again, or over a shorter time range.</source>
        <translation>Voer de zoekopdracht opnieuw uit, of kies een korter tijdsbereik.</translation>
    </message>
    <message>
        <source>The query did not finish within the time limit of %1 s.</source>
        <translation>De query was niet klaar binnen de tijdslimiet van %1 s.</translation>
    </message>
    <message>
        <source>Raise the time limit (up to %1 s), or ask over a shorter time range.</source>
        <translation>Verhoog de tijdslimiet (tot maximaal %1 s) of kies een korter tijdsbereik.</translation>
    </message>
    <message>
        <source>This is the longest that the service allows; ask over a shorter time range.</source>
        <translation>Langer staat de service niet toe; kies een korter tijdsbereik.</translation>
    </message>
    <message>
        <source>“%1” answered with a web page and not with data.</source>
        <translation>“%1” antwoordde met een webpagina in plaats van met gegevens.</translation>
    </message>
    <message>
        <source>A proxy or a sign-in page may stand between you and the service; check the address of the connection.</source>
        <translation>Mogelijk zit er een proxy of een aanmeldpagina tussen; controleer het adres van de verbinding.</translation>
    </message>
    <message>
        <source>A web page came through the proxy “%1” in place of the answer of “%2”.</source>
        <extracomment>%1: the proxy’s address; %2: the server’s</extracomment>
        <translation>Via de proxy “%1” kwam een webpagina binnen in plaats van het antwoord van “%2”.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings, or ask who runs it.</source>
        <translation>Controleer de proxy in de instellingen of neem contact op met de beheerder ervan.</translation>
    </message>
    <message>
        <source>The service did not accept the sign-in.</source>
        <translation>De service heeft de aanmelding niet geaccepteerd.</translation>
    </message>
    <message>
        <source>Check the tenant, the cloud and the audience in the connection.</source>
        <translation>Controleer de tenant, de cloud en de audience in de verbinding.</translation>
    </message>
    <message>
        <source>What was asked for is no longer there.</source>
        <translation>Het opgevraagde is er niet meer.</translation>
    </message>
    <message>
        <source>Run the query again.</source>
        <translation>Voer de query opnieuw uit.</translation>
    </message>
    <message>
        <source>The service failed (HTTP %1).</source>
        <translation>Er is een fout opgetreden bij de service (HTTP %1).</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>Probeer het over enkele minuten opnieuw.</translation>
    </message>
    <message>
        <source>The service answered in a way that was not expected (HTTP %1).</source>
        <translation>De service gaf een onverwacht antwoord (HTTP %1).</translation>
    </message>
    <message>
        <source>Check the address of the connection, and see the details.</source>
        <translation>Controleer het adres van de verbinding en bekijk de details.</translation>
    </message>
    <message>
        <source>The service answered with success and nothing else.</source>
        <translation>De service meldde succes, maar stuurde geen gegevens.</translation>
    </message>
    <message>
        <source>A proxy on the way may have changed the request; try again, or from another network.</source>
        <translation>Mogelijk heeft een proxy onderweg de aanvraag gewijzigd; probeer het opnieuw, of vanuit een ander netwerk.</translation>
    </message>
    <message>
        <source>The service refuses the query as it is: correct it and run it again.</source>
        <translation>De service weigert de query zoals die is: verbeter de query en voer die opnieuw uit.</translation>
    </message>
    <message>
        <source>The service refused to list the tables of the workspace.</source>
        <translation>De service weigerde de tabellen van de werkruimte op te sommen.</translation>
    </message>
    <message>
        <source>Refresh the tables in a few minutes.</source>
        <translation>Vernieuw de tabellen over een paar minuten.</translation>
    </message>
    <message>
        <source>This service does not list the tables of its workspaces.</source>
        <translation>Deze service somt de tabellen van zijn werkruimten niet op.</translation>
    </message>
</context>
<context>
    <name>AnswerNotes</name>
    <message>
        <source>Not all rows had come</source>
        <translation>Nog niet alle rijen waren binnen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Volledig</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Gedeeltelijk</translation>
    </message>
    <message>
        <source>Capped</source>
        <translation>Afgekapt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1 and %2: the first and last moment of a time range</extracomment>
        <translation>%1 tot %2</translation>
    </message>
</context>
<context>
    <name>AtomicFile</name>
    <message>
        <source>The disk of “%1” is full (%2 MB free); make room or choose another folder.</source>
        <extracomment>%1: a file’s path; %2: megabytes</extracomment>
        <translation>De schijf van “%1” is vol (%2 MB vrij); maak ruimte of kies een andere map.</translation>
    </message>
    <message>
        <source>You may not write to “%1”; change its permissions or choose another folder.</source>
        <translation>Je mag niet schrijven in “%1”; wijzig de machtigingen of kies een andere map.</translation>
    </message>
    <message>
        <source>“%1” is on a read-only disk; choose another folder.</source>
        <translation>“%1” staat op een schijf waarop niet kan worden geschreven; kies een andere map.</translation>
    </message>
    <message>
        <source>The folder “%1” does not exist; choose another one.</source>
        <translation>De map “%1” bestaat niet; kies een andere.</translation>
    </message>
    <message>
        <source>There is a folder of that name; choose another name.</source>
        <translation>Er is al een map met die naam; kies een andere naam.</translation>
    </message>
    <message>
        <source>The name is too long; choose a shorter one.</source>
        <translation>De naam is te lang; kies een kortere.</translation>
    </message>
    <message>
        <source>The file would be larger than this disk allows; choose another disk.</source>
        <translation>Het bestand zou groter worden dan deze schijf toestaat; kies een andere schijf.</translation>
    </message>
    <message>
        <source>Choose another folder, or try again.</source>
        <translation>Kies een andere map of probeer het opnieuw.</translation>
    </message>
    <message>
        <source>“%1” could not be written.</source>
        <translation>“%1” kon niet worden geschreven.</translation>
    </message>
    <message>
        <source>The folder “%1” could not be made; check that you may write there.</source>
        <translation>De map “%1” kon niet worden gemaakt; controleer of je daar mag schrijven.</translation>
    </message>
</context>
<context>
    <name>CaCertificates</name>
    <message>
        <source>Choose a file with certificates in PEM format.</source>
        <translation>Kies een bestand met certificaten in PEM-indeling.</translation>
    </message>
    <message>
        <source>The CA file “%1” could not be read.</source>
        <translation>Het CA-bestand “%1” kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>“%1” is too large for a file of certificates.</source>
        <translation>“%1” is te groot voor een bestand met certificaten.</translation>
    </message>
    <message>
        <source>There is no certificate in “%1”.</source>
        <translation>“%1” bevat geen certificaat.</translation>
    </message>
</context>
<context>
    <name>CaretPlace</name>
    <message>
        <source>Ln %L1, Col %L2</source>
        <extracomment>%L1: number of a line; %L2: which character of it. As short as can be</extracomment>
        <translation>Rg %L1, Kol %L2</translation>
    </message>
    <message>
        <source>%L1 carets</source>
        <extracomment>%L1: how many, two at least</extracomment>
        <translation>%L1 cursors</translation>
    </message>
    <message>
        <source>%L1 selected</source>
        <extracomment>%L1: how many characters</extracomment>
        <translation>%L1 geselecteerd</translation>
    </message>
    <message>
        <source>on %L1 lines</source>
        <extracomment>%L1: how many lines a selection is on, two at least</extracomment>
        <translation>op %L1 regels</translation>
    </message>
</context>
<context>
    <name>ClassicConversion</name>
    <message>
        <source>No table “%1” is known here.</source>
        <extracomment>%1: a table’s name</extracomment>
        <translation>Hier is geen tabel “%1” bekend.</translation>
    </message>
    <message>
        <source>The table %1 has no column %2, as far as is known here.</source>
        <extracomment>%1: a table’s name; %2: names of columns</extracomment>
        <translation>De tabel %1 heeft geen kolom %2, voor zover hier bekend.</translation>
    </message>
    <message>
        <source>The search names no Type, so “search” reads all tables, which takes long. Name the table where you know it.</source>
        <translation>De zoekopdracht noemt geen Type, dus “search” leest alle tabellen, en dat duurt lang. Noem de tabel als je die kent.</translation>
    </message>
    <message>
        <source>What %1 is compared with is taken for a number. If the column holds text, put the number in quotes.</source>
        <extracomment>%1: names of columns</extracomment>
        <translation>Waar %1 mee wordt vergeleken geldt als getal. Zet het getal tussen aanhalingstekens als de kolom tekst bevat.</translation>
    </message>
    <message>
        <source>A free word becomes “has”, which looks for whole words, in all columns. Name the column where you know it: that is faster.</source>
        <translation>Een los woord wordt “has”, dat hele woorden zoekt, in alle kolommen. Noem de kolom als je die kent: dat is sneller.</translation>
    </message>
    <message>
        <source>Change the search there and convert it again.</source>
        <translation>Pas de zoekopdracht daar aan en zet die opnieuw om.</translation>
    </message>
    <message>
        <source>A search of more than %L1 characters is not converted.</source>
        <extracomment>%L1: a number of characters</extracomment>
        <translation>Een zoekopdracht van meer dan %L1 tekens wordt niet omgezet.</translation>
    </message>
    <message>
        <source>Convert it in parts.</source>
        <translation>Zet die in delen om.</translation>
    </message>
</context>
<context>
    <name>ClassicDecoder</name>
    <message>
        <source>Some records hold the field “%1” twice; the first is shown.</source>
        <translation>Sommige records bevatten het veld “%1” twee keer; het eerste wordt weergegeven.</translation>
    </message>
    <message>
        <source>Some cells of column “%1” hold half a character; it is shown as �.</source>
        <translation>Sommige cellen in kolom “%1” bevatten een half teken; dat wordt weergegeven als �.</translation>
    </message>
    <message>
        <source>The answer is cut short or damaged.</source>
        <translation>Het antwoord is afgebroken of beschadigd.</translation>
    </message>
    <message>
        <source>Search again; the connection may have been lost on the way.</source>
        <translation>Zoek opnieuw; mogelijk is de verbinding onderweg verbroken.</translation>
    </message>
    <message>
        <source>The answer is not one of the classic search service.</source>
        <translation>Het antwoord is niet afkomstig van de service voor klassiek zoeken.</translation>
    </message>
    <message>
        <source>Check the address of the connection; a proxy or sign-in page may have answered instead.</source>
        <translation>Controleer het adres van de verbinding; mogelijk heeft een proxy of aanmeldpagina geantwoord.</translation>
    </message>
    <message>
        <source>The service refused the search.</source>
        <translation>De service heeft de zoekopdracht geweigerd.</translation>
    </message>
    <message>
        <source>Change the search and run it again.</source>
        <translation>Pas de zoekopdracht aan en voer die opnieuw uit.</translation>
    </message>
    <message>
        <source>The service stopped reading at “%1”.</source>
        <translation>De service stopte met lezen bij “%1”.</translation>
    </message>
    <message>
        <source>Index core %1 of %2 answered “%3”.</source>
        <extracomment>One of the parts that hold the index. %1: which; %2: of how many; %3: its status, verbatim</extracomment>
        <translation>Indexcore %1 van %2 antwoordde “%3”.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Het antwoord is leeg.</translation>
    </message>
    <message>
        <source>Search again; if it stays so, check the address of the connection.</source>
        <translation>Zoek opnieuw; controleer het adres van de verbinding als dat niet helpt.</translation>
    </message>
    <message>
        <source>Its “value” is not a list of records.</source>
        <translation>“value” is geen lijst met records.</translation>
    </message>
    <message>
        <source>It has no “__metadata” or no “value”.</source>
        <translation>“__metadata” of “value” ontbreekt.</translation>
    </message>
    <message>
        <source>The answer holds bytes that are not text; they are shown as �.</source>
        <translation>Het antwoord bevat bytes die geen tekst zijn; ze worden weergegeven als �.</translation>
    </message>
</context>
<context>
    <name>ClassicParser</name>
    <message>
        <source>Change the search and run it again.</source>
        <translation>Pas de zoekopdracht aan en voer die opnieuw uit.</translation>
    </message>
    <message>
        <source>The search ends where something is missing.</source>
        <translation>Aan het einde van de zoekopdracht ontbreekt iets.</translation>
    </message>
    <message>
        <source>The search cannot be read from “%1” on.</source>
        <translation>De zoekopdracht is vanaf “%1” niet te lezen.</translation>
    </message>
    <message>
        <source>The search is nested too deeply.</source>
        <translation>De zoekopdracht is te diep genest.</translation>
    </message>
    <message>
        <source>A closing parenthesis is missing.</source>
        <translation>Er ontbreekt een sluithaakje.</translation>
    </message>
    <message>
        <source>“-” in front of a term is not supported here: NOT is written “NOT” or “!”.</source>
        <translation>“-” vóór een term wordt hier niet ondersteund: schrijf “NOT” of “!”.</translation>
    </message>
    <message>
        <source>Values are quoted with double quotes.</source>
        <translation>Zet waarden tussen dubbele aanhalingstekens.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a field.</source>
        <translation>“%1” kan geen veldnaam zijn.</translation>
    </message>
    <message>
        <source>“%1” cannot stand in a value without quotes.</source>
        <translation>“%1” mag niet voorkomen in een waarde zonder aanhalingstekens.</translation>
    </message>
    <message>
        <source>Write the value in double quotes, or compare one field at a time.</source>
        <translation>Zet de waarde tussen dubbele aanhalingstekens of vergelijk de velden een voor een.</translation>
    </message>
    <message>
        <source>A range needs a colon: %1:%2.</source>
        <extracomment>%1: a field’s name; %2: the range as it is written, [1..5]</extracomment>
        <translation>Bij een bereik hoort een dubbele punt: %1:%2.</translation>
    </message>
    <message>
        <source>A value that begins with “[” is written in double quotes.</source>
        <translation>Zet een waarde die met “[” begint tussen dubbele aanhalingstekens.</translation>
    </message>
    <message>
        <source>“%1” is not supported here.</source>
        <translation>“%1” wordt hier niet ondersteund.</translation>
    </message>
    <message>
        <source>A range is written “[from..to]”.</source>
        <translation>Schrijf een bereik als “[van..tot]”.</translation>
    </message>
    <message>
        <source>A closing quotation mark is missing.</source>
        <translation>Er ontbreekt een afsluitend aanhalingsteken.</translation>
    </message>
    <message>
        <source>The command “%1” is not supported here.</source>
        <translation>De opdracht “%1” wordt hier niet ondersteund.</translation>
    </message>
    <message>
        <source>This interval is not supported here.</source>
        <translation>Dit interval wordt hier niet ondersteund.</translation>
    </message>
    <message>
        <source>A number of rows is missing.</source>
        <translation>Het aantal rijen ontbreekt.</translation>
    </message>
    <message>
        <source>“extend” calculates with a function, such as “extend div(Bytes,1024) as Kilobytes”.</source>
        <translation>“extend” rekent met een functie, zoals “extend div(Bytes,1024) as Kilobytes”.</translation>
    </message>
    <message>
        <source>What “extend” calculates needs a name: “as Kilobytes”.</source>
        <translation>Wat “extend” berekent, heeft een naam nodig: “as Kilobytes”.</translation>
    </message>
    <message>
        <source>“extend” calculates one field: write another “| extend” for the next.</source>
        <translation>“extend” berekent één veld: schrijf voor het volgende nog een “| extend”.</translation>
    </message>
    <message>
        <source>IN and join cannot be in one search.</source>
        <translation>IN en join kunnen niet samen in één zoekopdracht.</translation>
    </message>
    <message>
        <source>A search can have one join.</source>
        <translation>Een zoekopdracht kan één join hebben.</translation>
    </message>
    <message>
        <source>The kind of the join is missing: inner, outer or left.</source>
        <translation>De soort join ontbreekt: inner, outer of left.</translation>
    </message>
    <message>
        <source>The other search of a join stands in parentheses.</source>
        <translation>De andere zoekopdracht van een join staat tussen haakjes.</translation>
    </message>
    <message>
        <source>“%1” is no field, number or date.</source>
        <translation>“%1” is geen veld, getal of datum.</translation>
    </message>
    <message>
        <source>“measure” groups by three fields at most.</source>
        <translation>“measure” groepeert op hoogstens drie velden.</translation>
    </message>
    <message>
        <source>Write it in DAY, HOUR, MINUTE or SECOND, such as “1HOUR”, or as “1MONTH” or “1YEAR”.</source>
        <translation>Schrijf het in DAY, HOUR, MINUTE of SECOND, zoals “1HOUR”, of als “1MONTH” of “1YEAR”.</translation>
    </message>
    <message>
        <source>A search in braces must be the last condition of the filter.</source>
        <translation>Een zoekopdracht tussen accolades moet de laatste voorwaarde van het filter zijn.</translation>
    </message>
    <message>
        <source>Put it at the end of the filter, outside of any OR.</source>
        <translation>Zet die aan het einde van het filter, buiten elke OR.</translation>
    </message>
    <message>
        <source>“where” compares a column, such as AggregatedValue&gt;10.</source>
        <translation>“where” vergelijkt een kolom, zoals AggregatedValue&gt;10.</translation>
    </message>
    <message>
        <source>Braces stand behind IN: Computer IN {a,b}.</source>
        <translation>Accolades staan achter IN: Computer IN {a,b}.</translation>
    </message>
    <message>
        <source>A wildcard cannot stand in a list of values.</source>
        <translation>In een lijst met waarden kan geen jokerteken staan.</translation>
    </message>
    <message>
        <source>Write the value in double quotes, or compare with OR.</source>
        <translation>Zet de waarde tussen dubbele aanhalingstekens of vergelijk met OR.</translation>
    </message>
    <message>
        <source>A list of values is written “{a,b}”.</source>
        <translation>Schrijf een lijst met waarden als “{a,b}”.</translation>
    </message>
    <message>
        <source>A search can have one search in braces.</source>
        <translation>Een zoekopdracht kan één zoekopdracht tussen accolades hebben.</translation>
    </message>
    <message>
        <source>A search in braces belongs in the filter.</source>
        <translation>Een zoekopdracht tussen accolades hoort in het filter.</translation>
    </message>
    <message>
        <source>A closing brace is missing.</source>
        <translation>Er ontbreekt een sluitaccolade.</translation>
    </message>
</context>
<context>
    <name>ClassicRegex</name>
    <message>
        <source>A closing parenthesis has no opening one.</source>
        <translation>Bij een sluithaakje ontbreekt het openingshaakje.</translation>
    </message>
    <message>
        <source>“%1” in a regular expression is not supported here; write “\%1” for the sign itself.</source>
        <extracomment>%1: a sign of a regular expression</extracomment>
        <translation>“%1” in een reguliere expressie wordt hier niet ondersteund; schrijf “\%1” voor het teken zelf.</translation>
    </message>
    <message>
        <source>A part of the regular expression is empty.</source>
        <translation>Een deel van de reguliere expressie is leeg.</translation>
    </message>
    <message>
        <source>The regular expression ends in a backslash.</source>
        <translation>De reguliere expressie eindigt op een backslash.</translation>
    </message>
    <message>
        <source>“\%1” in a regular expression stands for the letter itself here; leave the backslash out.</source>
        <extracomment>%1: a letter</extracomment>
        <translation>“\%1” in een reguliere expressie staat hier voor de letter zelf; laat de backslash weg.</translation>
    </message>
    <message>
        <source>The regular expression is nested too deeply.</source>
        <translation>De reguliere expressie is te diep genest.</translation>
    </message>
    <message>
        <source>A closing parenthesis is missing in the regular expression.</source>
        <translation>In de reguliere expressie ontbreekt een sluithaakje.</translation>
    </message>
    <message>
        <source>A range of characters in the regular expression runs backwards.</source>
        <translation>Een tekenbereik in de reguliere expressie loopt achteruit.</translation>
    </message>
    <message>
        <source>A closing bracket is missing in the regular expression.</source>
        <translation>In de reguliere expressie ontbreekt een vierkant sluithaakje.</translation>
    </message>
    <message>
        <source>Two repetitions in a row in a regular expression are not supported here.</source>
        <translation>Twee herhalingen achter elkaar in een reguliere expressie worden hier niet ondersteund.</translation>
    </message>
    <message>
        <source>A regular expression cannot repeat more than %L1 times here.</source>
        <translation>Een reguliere expressie kan hier niet vaker dan %L1 keer herhalen.</translation>
    </message>
    <message>
        <source>Repetitions in a regular expression are written {2}, {2,} or {2,5}.</source>
        <translation>Schrijf herhalingen in een reguliere expressie als {2}, {2,} of {2,5}.</translation>
    </message>
</context>
<context>
    <name>ClassicTranslator</name>
    <message>
        <source>Name the field, such as “Computer=web*”.</source>
        <translation>Noem het veld erbij, bijvoorbeeld “Computer=web*”.</translation>
    </message>
    <message>
        <source>“%1” holds text, which “%2” cannot compare.</source>
        <extracomment>%1: a field’s name; %2: an operator such as &lt;</extracomment>
        <translation>“%1” bevat tekst, en tekst kan niet met “%2” worden vergeleken.</translation>
    </message>
    <message>
        <source>A range needs numbers or dates, and “%1” holds neither.</source>
        <translation>Een bereik vereist getallen of datums, en “%1” bevat geen van beide.</translation>
    </message>
    <message>
        <source>“%1” is of the type %2, and “%3” is no number.</source>
        <extracomment>%1: a field’s name; %2: KQL’s name of its type; %3: what was typed</extracomment>
        <translation>“%1” is van het type %2 en “%3” is geen getal.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1” is geen getal.</translation>
    </message>
    <message>
        <source>“%1” is no date.</source>
        <translation>“%1” is geen datum.</translation>
    </message>
    <message>
        <source>Fields of the type “%1” cannot be compared here.</source>
        <translation>Velden van het type “%1” kunnen hier niet worden vergeleken.</translation>
    </message>
    <message>
        <source>None of the tables that are read has a field “%1”.</source>
        <translation>Geen van de gelezen tabellen heeft een veld “%1”.</translation>
    </message>
    <message>
        <source>Check its spelling; field names are case-sensitive.</source>
        <translation>Controleer de spelling; veldnamen zijn hoofdlettergevoelig.</translation>
    </message>
    <message>
        <source>The function “%1” is not supported here.</source>
        <translation>De functie “%1” wordt hier niet ondersteund.</translation>
    </message>
    <message>
        <source>The function “%1” needs a field.</source>
        <translation>De functie “%1” heeft een veld nodig.</translation>
    </message>
    <message>
        <source>“%1” needs numbers, and “%2” holds none.</source>
        <extracomment>%1: a function such as avg; %2: a field’s name</extracomment>
        <translation>“%1” heeft getallen nodig, en “%2” bevat er geen.</translation>
    </message>
    <message>
        <source>A second aggregation is not supported here.</source>
        <translation>Een tweede aggregatie wordt hier niet ondersteund.</translation>
    </message>
    <message>
        <source>The name “%1” is given twice.</source>
        <translation>De naam “%1” is twee keer opgegeven.</translation>
    </message>
    <message>
        <source>This calculation is too long.</source>
        <translation>Deze berekening is te lang.</translation>
    </message>
    <message>
        <source>The function “%1” does not take %2 arguments.</source>
        <extracomment>%1: a function such as div; %2: how many it was given</extracomment>
        <translation>De functie “%1” heeft geen vorm met %2 argumenten.</translation>
    </message>
    <message>
        <source>The bounds of “map” are numbers.</source>
        <translation>De grenzen van “map” zijn getallen.</translation>
    </message>
    <message>
        <source>“exists” takes the name of a field.</source>
        <translation>“exists” verwacht de naam van een veld.</translation>
    </message>
    <message>
        <source>A number is needed here.</source>
        <translation>Hier is een getal nodig.</translation>
    </message>
    <message>
        <source>A condition is needed here, such as “exists(Computer)”.</source>
        <translation>Hier is een voorwaarde nodig, zoals “exists(Computer)”.</translation>
    </message>
    <message>
        <source>A date is needed here.</source>
        <translation>Hier is een datum nodig.</translation>
    </message>
    <message>
        <source>The values of “%1” must be all numbers or all texts.</source>
        <translation>De waarden van “%1” moeten allemaal getallen of allemaal teksten zijn.</translation>
    </message>
    <message>
        <source>A wildcard within a free word is not supported here.</source>
        <translation>Een jokerteken midden in een los woord wordt hier niet ondersteund.</translation>
    </message>
    <message>
        <source>“%1” holds no text, and only a text can be searched.</source>
        <extracomment>%1: a field’s name</extracomment>
        <translation>“%1” bevat geen tekst, en alleen in tekst kan worden gezocht.</translation>
    </message>
    <message>
        <source>“%1” is of the type %2, and the search in braces finds values of the type %3.</source>
        <extracomment>%1: a field’s name; %2, %3: KQL’s names of types</extracomment>
        <translation>“%1” is van het type %2, en de zoekopdracht tussen accolades vindt waarden van het type %3.</translation>
    </message>
    <message>
        <source>The rows of a join cannot be grouped.</source>
        <translation>De rijen van een join kunnen niet worden gegroepeerd.</translation>
    </message>
    <message>
        <source>An interval cuts one date, and two are grouped by.</source>
        <translation>Een interval verdeelt één datum, en er wordt op twee gegroepeerd.</translation>
    </message>
    <message>
        <source>“where” stands behind “measure”.</source>
        <translation>“where” staat achter “measure”.</translation>
    </message>
    <message>
        <source>Write a condition on the records in front of the first “|”.</source>
        <translation>Schrijf een voorwaarde voor de records vóór de eerste “|”.</translation>
    </message>
    <message>
        <source>A join takes records: “measure” and “distinct” cannot be in it, nor “extend” in its right search.</source>
        <translation>Een join verwacht records: “measure” en “distinct” kunnen er niet in staan, en “extend” niet in de rechter zoekopdracht.</translation>
    </message>
    <message>
        <source>“%1” is of the type %3, and “%2” of the type %4.</source>
        <extracomment>%1, %2: fields’ names; %3, %4: KQL’s names of their types</extracomment>
        <translation>“%1” is van het type %3, en “%2” van het type %4.</translation>
    </message>
    <message>
        <source>The fields of the right search are not known here.</source>
        <translation>De velden van de rechter zoekopdracht zijn hier niet bekend.</translation>
    </message>
    <message>
        <source>Name them at its end, such as “| select Computer, OSType”.</source>
        <translation>Noem ze aan het einde ervan, zoals “| select Computer, OSType”.</translation>
    </message>
    <message>
        <source>The right search leaves out “%1”.</source>
        <translation>De rechter zoekopdracht laat “%1” weg.</translation>
    </message>
    <message>
        <source>There is a field “%1” already.</source>
        <translation>Er is al een veld “%1”.</translation>
    </message>
    <message>
        <source>The search in braces must end in “measure” by one field, whose values are looked for.</source>
        <translation>De zoekopdracht tussen accolades moet eindigen op “measure” op één veld, waarvan de waarden worden gezocht.</translation>
    </message>
    <message>
        <source>Write “| measure count() by Computer” at its end.</source>
        <translation>Schrijf “| measure count() by Computer” aan het einde ervan.</translation>
    </message>
    <message>
        <source>The search in braces leaves out “%1”, whose values are looked for.</source>
        <translation>De zoekopdracht tussen accolades laat “%1” weg, waarvan de waarden worden gezocht.</translation>
    </message>
    <message>
        <source>“skip” stands before “top” or right behind it.</source>
        <translation>“skip” staat vóór “top” of er meteen achter.</translation>
    </message>
    <message>
        <source>“dedup” takes records: it stands before measure, distinct and join.</source>
        <translation>“dedup” verwacht records: het staat vóór measure, distinct en join.</translation>
    </message>
    <message>
        <source>“dedup” keeps the newest record of each value: it stands before “sort”.</source>
        <translation>“dedup” houdt van elke waarde het nieuwste record: het staat vóór “sort”.</translation>
    </message>
    <message>
        <source>“extend” calculates from records: it stands before measure.</source>
        <translation>“extend” rekent met records: het staat vóór measure.</translation>
    </message>
    <message>
        <source>“extend” cannot calculate from “%1”, which comes from the right search of the join.</source>
        <translation>“extend” kan niet rekenen met “%1”, dat uit de rechter zoekopdracht van de join komt.</translation>
    </message>
    <message>
        <source>The search is too long.</source>
        <translation>De zoekopdracht is te lang.</translation>
    </message>
    <message>
        <source>Run it in parts.</source>
        <translation>Voer die in delen uit.</translation>
    </message>
    <message>
        <source>“Type” can be compared with a name, also with stars in it, or searched with contains.</source>
        <translation>“Type” kan worden vergeleken met een naam, ook met sterretjes erin, of doorzocht met contains.</translation>
    </message>
    <message>
        <source>“select” leaves out “%1”.</source>
        <translation>“select” laat “%1” weg.</translation>
    </message>
    <message>
        <source>The name “%1” is one that the service itself gives.</source>
        <translation>De naam “%1” geeft de service zelf al.</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Close Sonde</source>
        <translation>Sonde afsluiten</translation>
    </message>
    <message>
        <source>Some queries are in no file, and the session cannot be kept just now.</source>
        <translation>Sommige query&apos;s zijn niet in een bestand opgeslagen, en de sessie kan op dit moment niet worden bewaard.</translation>
    </message>
    <message>
        <source>They are lost when the window closes.</source>
        <translation>Ze gaan verloren als je het venster sluit.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Sluiten zonder opslaan</translation>
    </message>
</context>
<context>
    <name>ColumnFormat</name>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>A duration. %1: minutes; %2: seconds</extracomment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>A duration. %1: hours; %2: minutes</extracomment>
        <translation>%1 u %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <extracomment>A duration. %1: days; %2: hours</extracomment>
        <translation>%1 d %2 u</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>zojuist</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <extracomment>%1: minutes</extracomment>
        <translation>%1 min geleden</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <extracomment>%1: minutes</extracomment>
        <translation>over %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <extracomment>%1: hours</extracomment>
        <translation>%1 u geleden</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <extracomment>%1: hours</extracomment>
        <translation>over %1 u</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <extracomment>%1: days</extracomment>
        <translation>%1 d geleden</translation>
    </message>
    <message>
        <source>in %1 d</source>
        <extracomment>%1: days</extracomment>
        <translation>over %1 d</translation>
    </message>
    <message>
        <source>%1 y ago</source>
        <extracomment>%1: years</extracomment>
        <translation>%1 jr geleden</translation>
    </message>
    <message>
        <source>in %1 y</source>
        <extracomment>%1: years</extracomment>
        <translation>over %1 jr</translation>
    </message>
</context>
<context>
    <name>ColumnFormats</name>
    <message numerus="yes">
        <source>%n decimal places</source>
        <translation>
            <numerusform>%n decimaal</numerusform>
            <numerusform>%n decimalen</numerusform>
        </translation>
    </message>
    <message>
        <source>thousands separators</source>
        <translation>scheidingstekens voor duizendtallen</translation>
    </message>
    <message>
        <source>Text is looked for in the date and time, not in the relative time that is shown. It is compared as the date and time, too.</source>
        <translation>Tekst wordt gezocht in de datum en tijd, niet in de relatieve tijd die getoond wordt. Ook vergelijken gaat over de datum en tijd.</translation>
    </message>
    <message>
        <source>Text is looked for in what is shown and in the value as it came. What is compared is the value as it came.</source>
        <translation>Tekst wordt gezocht in wat getoond wordt en in de waarde zoals die kwam. Vergeleken wordt de waarde zoals die kwam.</translation>
    </message>
    <message>
        <source>hexadecimal</source>
        <translation>hexadecimaal</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>bytes</translation>
    </message>
    <message>
        <source>duration, of milliseconds</source>
        <translation>duur, uit milliseconden</translation>
    </message>
    <message>
        <source>duration, of seconds</source>
        <translation>duur, uit seconden</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>duur</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>seconden</translation>
    </message>
    <message>
        <source>relative time</source>
        <translation>relatieve tijd</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>See “%1 --help” for what there is.</source>
        <translation>Zie “%1 --help” voor de mogelijkheden.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>“%1” kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>“%1” is not expected here.</source>
        <translation>“%1” wordt hier niet verwacht.</translation>
    </message>
    <message>
        <source>Give the query with --text, --file or - (standard input).</source>
        <translation>Geef de query op met --text, --file of - (standaardinvoer).</translation>
    </message>
    <message>
        <source>One query is needed.</source>
        <translation>Er is precies één query nodig.</translation>
    </message>
    <message>
        <source>Give it with exactly one of --text, --file and - (standard input).</source>
        <translation>Gebruik één van deze: --text, --file of - (standaardinvoer).</translation>
    </message>
    <message>
        <source>Standard input could not be read.</source>
        <translation>De standaardinvoer kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>standaardinvoer</translation>
    </message>
    <message>
        <source>One workspace is needed.</source>
        <translation>Er is precies één werkruimte nodig.</translation>
    </message>
    <message>
        <source>Name it with exactly one of --demo, --connection NAME and --endpoints FILE.</source>
        <translation>Gebruik één van deze: --demo, --connection NAME of --endpoints FILE.</translation>
    </message>
    <message>
        <source>“%1” is not a language.</source>
        <translation>“%1” is geen taal.</translation>
    </message>
    <message>
        <source>Languages are kql and classic.</source>
        <translation>Mogelijke talen zijn kql en classic.</translation>
    </message>
    <message>
        <source>“%1” is not a number of rows.</source>
        <translation>“%1” is geen geldig aantal rijen.</translation>
    </message>
    <message>
        <source>Give a whole number from 1 to %1.</source>
        <translation>Geef een geheel getal van 1 tot en met %1 op.</translation>
    </message>
    <message>
        <source>“%1” is not a format.</source>
        <translation>“%1” is geen indeling.</translation>
    </message>
    <message>
        <source>Ask the embedded workspace.</source>
        <translation>Bevraagt de ingebouwde werkruimte.</translation>
    </message>
    <message>
        <source>Ask the saved connection of that name.</source>
        <translation>Bevraagt de opgeslagen verbinding met die naam.</translation>
    </message>
    <message>
        <source>Ask the workspace that sonde-sandbox described in that file.</source>
        <translation>Bevraagt de werkruimte die sonde-sandbox in dat bestand heeft beschreven.</translation>
    </message>
    <message>
        <source>kql (default) or classic.</source>
        <translation>kql (standaard) of classic.</translation>
    </message>
    <message>
        <source>24h (default), P7D, today, START/END: the time range, in UTC.</source>
        <translation>24h (standaard), P7D, today, START/END: het tijdsbereik, in UTC.</translation>
    </message>
    <message>
        <source>At most N rows; classic asks the service for 100 if this is not given.</source>
        <translation>Hoogstens N rijen; zonder deze optie vraagt classic de service om 100.</translation>
    </message>
    <message>
        <source>The query.</source>
        <translation>De query.</translation>
    </message>
    <message>
        <source>A file with the query.</source>
        <translation>Een bestand met de query.</translation>
    </message>
    <message>
        <source>Write to that file, replacing it as a whole; - is standard output (default).</source>
        <translation>Schrijft naar dat bestand en vervangt het in zijn geheel; zonder deze optie of met - naar de standaarduitvoer.</translation>
    </message>
    <message>
        <source>Read the query from standard input.</source>
        <translation>Leest de query van de standaardinvoer.</translation>
    </message>
    <message>
        <source>“%1” is not a size.</source>
        <translation>“%1” is geen afmeting.</translation>
    </message>
    <message>
        <source>Write it as 1400x900.</source>
        <translation>Schrijf een afmeting als 1400x900.</translation>
    </message>
    <message>
        <source>Open the embedded workspace and run a first query.</source>
        <translation>Opent de ingebouwde werkruimte en voert een eerste query uit.</translation>
    </message>
    <message>
        <source>With --demo: save a picture of the window after its first query, then end.</source>
        <translation>Met --demo: slaat na de eerste query een afbeelding van het venster op en sluit dan af.</translation>
    </message>
    <message>
        <source>light or dark, for this run.</source>
        <translation>light of dark, alleen voor deze keer.</translation>
    </message>
    <message>
        <source>The size of the window.</source>
        <translation>De afmetingen van het venster.</translation>
    </message>
    <message>
        <source>Start with tabs of its own, also where Sonde is running already. They come back with the next such start.</source>
        <translation>Start met eigen tabbladen, ook als Sonde al draait. Ze komen terug als Sonde weer zo wordt gestart.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Het bestand “%1” bestaat niet.</translation>
    </message>
    <message>
        <source>See “sonde --help” for what there is.</source>
        <translation>Zie “sonde --help” voor de mogelijkheden.</translation>
    </message>
    <message>
        <source>“%1” is not a theme.</source>
        <translation>“%1” is geen thema.</translation>
    </message>
    <message>
        <source>Themes are light and dark.</source>
        <translation>Mogelijke thema&apos;s zijn light en dark.</translation>
    </message>
    <message>
        <source>--screenshot needs --demo.</source>
        <translation>--screenshot werkt alleen samen met --demo.</translation>
    </message>
    <message>
        <source>search Azure Log Analytics</source>
        <translation>Azure Log Analytics doorzoeken</translation>
    </message>
    <message>
        <source>Open a tab for a new query, in the running Sonde where there is one.</source>
        <translation>Opent een tabblad voor een nieuwe query, in de Sonde die al draait als die er is.</translation>
    </message>
    <message>
        <source>run one query without a window</source>
        <translation>één query uitvoeren zonder venster</translation>
    </message>
    <message>
        <source>Run one query without a window and write its rows. Progress goes to standard error.</source>
        <translation>Voert één query uit zonder venster en schrijft de rijen weg. De voortgang gaat naar de standaardfoutuitvoer.</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>volledig</translation>
    </message>
    <message>
        <source>usage</source>
        <translation>verkeerd gebruik</translation>
    </message>
    <message>
        <source>sign-in</source>
        <translation>aanmelding</translation>
    </message>
    <message>
        <source>the query was refused</source>
        <translation>de query is geweigerd</translation>
    </message>
    <message>
        <source>partial rows were written</source>
        <translation>gedeeltelijk resultaat geschreven</translation>
    </message>
    <message>
        <source>could not write</source>
        <translation>kon niet schrijven</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>onderbroken</translation>
    </message>
    <message>
        <source>Exit codes: %1.</source>
        <extracomment>%1: a list such as “0 all is well, 2 wrong usage”</extracomment>
        <translation>Afsluitcodes: %1.</translation>
    </message>
    <message>
        <source>Tell what there is, then end.</source>
        <translation>Toont de mogelijkheden en sluit af.</translation>
    </message>
    <message>
        <source>Tell the version and what it was built from, then end.</source>
        <translation>Toont de versie en waarmee die is gebouwd, en sluit af.</translation>
    </message>
    <message>
        <source>“%1” does not go with --response.</source>
        <translation>“%1” gaat niet samen met --response.</translation>
    </message>
    <message>
        <source>A stored result is read as it is; only --out, --format and --profile go with it.</source>
        <translation>Een opgeslagen resultaat wordt gelezen zoals het is; alleen --out, --format en --profile gaan ermee samen.</translation>
    </message>
    <message>
        <source>--format and --profile exclude each other.</source>
        <translation>--format en --profile sluiten elkaar uit.</translation>
    </message>
    <message>
        <source>A profile has a format of its own; leave --format out.</source>
        <translation>Een profiel heeft een eigen indeling; laat --format weg.</translation>
    </message>
    <message>
        <source>“%1” is not a profile.</source>
        <translation>“%1” is geen profiel.</translation>
    </message>
    <message>
        <source>Give the name of one that was saved in Sonde’s export dialog.</source>
        <translation>Geef de naam van een profiel dat in het exportvenster van Sonde is opgeslagen.</translation>
    </message>
    <message>
        <source>Formats are %1.</source>
        <extracomment>%1: a list of words, such as csv, json</extracomment>
        <translation>Mogelijke indelingen zijn %1.</translation>
    </message>
    <message>
        <source>Queries (.kql) and results (.sonde-result, or an answer in .json) to open.</source>
        <translation>Query’s (.kql) en resultaten (.sonde-result, of een antwoord in .json) om te openen.</translation>
    </message>
    <message>
        <source>Ask nobody; read a result that was stored in that file: one that Sonde saved (.sonde-result), or an answer of either service as it came (JSON, also packed with gzip).</source>
        <translation>Vraag niets op, maar lees het resultaat dat in dat bestand is bewaard: een dat Sonde heeft opgeslagen (.sonde-result), of een antwoord van een van beide services zoals het kwam (JSON, ook gecomprimeerd met gzip).</translation>
    </message>
    <message>
        <source>Write as the export profile of that name does, which was saved in Sonde’s export dialog.</source>
        <translation>Schrijven zoals het exportprofiel met die naam, dat in het exportvenster van Sonde is opgeslagen.</translation>
    </message>
    <message>
        <source>network or service, or a stored result that cannot be read</source>
        <translation>netwerk of service, of een bewaard resultaat dat niet kan worden gelezen</translation>
    </message>
    <message>
        <source>Files are needed.</source>
        <translation>Er zijn bestanden nodig.</translation>
    </message>
    <message>
        <source>--write and --check exclude each other.</source>
        <translation>--write en --check sluiten elkaar uit.</translation>
    </message>
    <message>
        <source>Standard input cannot be replaced.</source>
        <translation>Standaardinvoer kan niet worden vervangen.</translation>
    </message>
    <message>
        <source>Leave --write out; what is formatted goes to standard output.</source>
        <translation>Laat --write weg; wat is opgemaakt gaat naar standaarduitvoer.</translation>
    </message>
    <message>
        <source>Search Azure Log Analytics.

“sonde query --help” tells how to run a query without a window, “sonde check --help” and “sonde format --help” how to look after files of queries.</source>
        <translation>Doorzoek Azure Log Analytics.

“sonde query --help” vertelt hoe je een query zonder venster uitvoert, “sonde check --help” en “sonde format --help” hoe je bestanden met query&apos;s onderhoudt.</translation>
    </message>
    <message>
        <source>say what is wrong with query files</source>
        <translation>zeggen wat er mis is met querybestanden</translation>
    </message>
    <message>
        <source>The tables there are, in JSON: {&quot;Event&quot;: {&quot;TimeGenerated&quot;: &quot;datetime&quot;}}. Without it all tables are, with any columns.</source>
        <translation>De tabellen die er zijn, in JSON: {&quot;Event&quot;: {&quot;TimeGenerated&quot;: &quot;datetime&quot;}}. Zonder bestaan alle tabellen, met elke kolom.</translation>
    </message>
    <message>
        <source>Files of KQL; - is standard input.</source>
        <translation>Bestanden met KQL; - is standaardinvoer.</translation>
    </message>
    <message>
        <source>no errors</source>
        <translation>geen fouten</translation>
    </message>
    <message>
        <source>errors were found</source>
        <translation>er zijn fouten gevonden</translation>
    </message>
    <message>
        <source>usage, or a file that cannot be read</source>
        <translation>verkeerd gebruik, of een bestand dat niet gelezen kan worden</translation>
    </message>
    <message>
        <source>write query files evenly</source>
        <translation>querybestanden gelijk opmaken</translation>
    </message>
    <message>
        <source>Write files of KQL as Microsoft’s language service formats them, with no network: to standard output, or with --write in their own place.</source>
        <translation>Schrijf bestanden met KQL zoals de taalservice van Microsoft ze opmaakt, zonder netwerk: naar standaarduitvoer, of met --write op hun eigen plaats.</translation>
    </message>
    <message>
        <source>Replace the files, each as a whole, and name those that have changed.</source>
        <translation>Vervang de bestanden, elk als geheel, en noem de bestanden die zijn veranderd.</translation>
    </message>
    <message>
        <source>Write nothing; name the files that would change.</source>
        <translation>Schrijf niets; noem de bestanden die zouden veranderen.</translation>
    </message>
    <message>
        <source>done, or with --check: nothing would change</source>
        <translation>klaar, of met --check: er zou niets veranderen</translation>
    </message>
    <message>
        <source>with --check: files would change</source>
        <translation>met --check: er zouden bestanden veranderen</translation>
    </message>
    <message>
        <source>--schema and --connection exclude each other.</source>
        <translation>--schema en --connection sluiten elkaar uit.</translation>
    </message>
    <message>
        <source>Say what Microsoft’s language service finds wrong with files of KQL, with no network but where --connection asks a workspace.

Each finding is a line: FILE:LINE:COLUMN: error, warning or suggestion, the service’s code, and what it says. Queries in one file have empty lines between them.</source>
        <translation>Zegt wat de taalservice van Microsoft aan bestanden met KQL verkeerd vindt, zonder netwerk, behalve waar --connection een werkruimte raadpleegt.

Elke bevinding is een regel: BESTAND:REGEL:KOLOM: fout, waarschuwing of suggestie, de code van de service, en wat die zegt. Tussen query’s in één bestand staan lege regels.</translation>
    </message>
    <message>
        <source>The tables of this connection’s workspace: as it listed them within the last day, else it is asked.</source>
        <translation>De tabellen van de werkruimte van deze verbinding: zoals die ze het afgelopen etmaal heeft opgesomd, anders wordt ze geraadpleegd.</translation>
    </message>
    <message>
        <source>the workspace’s tables are not known, and the sign-in failed</source>
        <translation>de tabellen van de werkruimte zijn niet bekend, en het aanmelden is mislukt</translation>
    </message>
    <message>
        <source>they are not known, and the network or the service failed</source>
        <translation>ze zijn niet bekend, en het netwerk of de service faalde</translation>
    </message>
    <message>
        <source>The value of the query’s parameter {NAME}, or of one that it declares with declare query_parameters; once for each. It is written as its type wants it: the declared one, else what the text around it needs (a list within in (...)), else what the value looks like. NAME:TYPE=VALUE says it: string, number, datetime, timespan or list.</source>
        <translation>De waarde van de parameter {NAME} van de query, of van een die ze declareert met declare query_parameters; één keer voor elke. Ze wordt geschreven zoals haar type het wil: het gedeclareerde, anders wat de tekst eromheen nodig heeft (een lijst binnen in (...)), anders waar de waarde op lijkt. NAME:TYPE=VALUE zegt het: string, number, datetime, timespan of list.</translation>
    </message>
    <message>
        <source>“%1” gives no parameter a value.</source>
        <translation>“%1” geeft geen parameter een waarde.</translation>
    </message>
    <message>
        <source>Write it as --param name=value or --param name:type=value.</source>
        <translation>Schrijf het als --param naam=waarde of --param naam:type=waarde.</translation>
    </message>
    <message>
        <source>“%1” is not a type of parameters.</source>
        <translation>“%1” is geen type van parameters.</translation>
    </message>
    <message>
        <source>Types are string, number, datetime, timespan and list.</source>
        <translation>Types zijn string, number, datetime, timespan en list.</translation>
    </message>
    <message>
        <source>It has none at all.</source>
        <translation>Ze heeft er geen enkele.</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <extracomment>%1: the names of parameters</extracomment>
        <translation>Ze heeft: %1.</translation>
    </message>
    <message>
        <source>The query has no parameter “%1”.</source>
        <translation>De query heeft geen parameter “%1”.</translation>
    </message>
    <message>
        <source>The parameter “%1” is given twice.</source>
        <translation>De parameter “%1” wordt twee keer opgegeven.</translation>
    </message>
    <message>
        <source>Give several values as a list: --param name=one,two.</source>
        <translation>Geef meer waarden op als lijst: --param naam=een,twee.</translation>
    </message>
    <message>
        <source>Give it with --param %1=VALUE.</source>
        <translation>Geef hem op met --param %1=WAARDE.</translation>
    </message>
    <message>
        <source>The value of “%1”: %2</source>
        <extracomment>%1: the name of a parameter; %2: a sentence on what is wrong with its value</extracomment>
        <translation>De waarde van “%1”: %2</translation>
    </message>
    <message>
        <source>A classic search has no parameters.</source>
        <translation>Een klassieke zoekopdracht heeft geen parameters.</translation>
    </message>
    <message>
        <source>Leave --param out, or ask in KQL.</source>
        <translation>Laat --param weg, of vraag in KQL.</translation>
    </message>
    <message>
        <source>csv (default, or what the name of --out ends in), tsv, xlsx, json, jsonl, markdown, html, kql (a datatable), parquet or table (for a terminal).</source>
        <translation>csv (standaard, of waar de naam van --out op eindigt), tsv, xlsx, json, jsonl, markdown, html, kql (een datatable), parquet of table (voor een terminal).</translation>
    </message>
</context>
<context>
    <name>ComparedQuery</name>
    <message>
        <source>Connection</source>
        <translation>Verbinding</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Tijdsbereik</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>KQL</source>
        <translation>KQL</translation>
    </message>
    <message>
        <source>Classic search</source>
        <translation>Klassieke zoekopdracht</translation>
    </message>
    <message>
        <source>Row limit</source>
        <translation>Rijlimiet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Tijdslimiet</translation>
    </message>
    <message>
        <source>Run of %1</source>
        <extracomment>%1: a date and time</extracomment>
        <translation>Uitvoering van %1</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>Tab “%1”</source>
        <extracomment>%1: a tab’s title</extracomment>
        <translation>Tabblad “%1”</translation>
    </message>
</context>
<context>
    <name>CompletionText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1: names of columns</extracomment>
        <translation>
            <numerusform>%1 en nog %n</numerusform>
            <numerusform>%1 en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of type %2</source>
        <extracomment>what a name is; %1: Column; %2: its type, as string</extracomment>
        <translation>%1 van type %2</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>The %1 address is missing.</source>
        <translation>Het %1adres ontbreekt.</translation>
    </message>
    <message>
        <source>The %1 address is not a web address.</source>
        <translation>Het %1adres is geen webadres.</translation>
    </message>
    <message>
        <source>The %1 address must not hold a user or password.</source>
        <translation>Het %1adres mag geen gebruikersnaam of wachtwoord bevatten.</translation>
    </message>
    <message>
        <source>The %1 address must begin with https:// (http:// only on this machine).</source>
        <translation>Het %1adres moet beginnen met https:// (http:// alleen op deze computer).</translation>
    </message>
    <message>
        <source>The tenant is missing.</source>
        <translation>De tenant ontbreekt.</translation>
    </message>
    <message>
        <source>The tenant is neither a GUID nor a domain such as contoso.onmicrosoft.com.</source>
        <translation>De tenant is geen GUID en ook geen domein zoals contoso.onmicrosoft.com.</translation>
    </message>
    <message>
        <source>The connection has no name.</source>
        <translation>De verbinding heeft geen naam.</translation>
    </message>
    <message>
        <source>The name holds an endpoints line, with its secret; paste that again.</source>
        <translation>De naam bevat een regel met eindpunten, inclusief het geheim; plak die regel opnieuw.</translation>
    </message>
    <message>
        <source>The application id is missing.</source>
        <translation>De toepassings-id ontbreekt.</translation>
    </message>
    <message>
        <source>The application id is not a GUID.</source>
        <translation>De toepassings-id is geen GUID.</translation>
    </message>
    <message>
        <source>The workspace id is missing.</source>
        <translation>De werkruimte-id ontbreekt.</translation>
    </message>
    <message>
        <source>The workspace id is not a GUID.</source>
        <translation>De werkruimte-id is geen GUID.</translation>
    </message>
    <message>
        <source>The subscription is missing.</source>
        <translation>Het abonnement ontbreekt.</translation>
    </message>
    <message>
        <source>The subscription is not a GUID.</source>
        <translation>Het abonnement is geen GUID.</translation>
    </message>
    <message>
        <source>The resource group is missing.</source>
        <translation>De resourcegroep ontbreekt.</translation>
    </message>
    <message>
        <source>A resource group’s name holds only letters, digits, blanks and - _ . ( ), and does not end with “.”.</source>
        <translation>De naam van een resourcegroep bevat alleen letters, cijfers, spaties en - _ . ( ) en eindigt niet op “.”.</translation>
    </message>
    <message>
        <source>The workspace name is missing.</source>
        <translation>De werkruimtenaam ontbreekt.</translation>
    </message>
    <message>
        <source>A workspace’s name holds only letters, digits and hyphens.</source>
        <translation>De naam van een werkruimte bevat alleen letters, cijfers en koppeltekens.</translation>
    </message>
    <message>
        <source>sign-in</source>
        <translation>aanmeld</translation>
    </message>
    <message>
        <source>logs query</source>
        <translation>logquery</translation>
    </message>
    <message>
        <source>The audience of the logs query service is missing.</source>
        <translation>De audience van de logqueryservice ontbreekt.</translation>
    </message>
    <message>
        <source>management</source>
        <translation>beheer</translation>
    </message>
    <message>
        <source>The audience of the management service is missing.</source>
        <translation>De audience van de beheerservice ontbreekt.</translation>
    </message>
    <message>
        <source>At least one service is needed.</source>
        <translation>Er is minstens één service nodig.</translation>
    </message>
    <message>
        <source>A workspace id is needed for KQL; subscription, resource group and workspace name are needed for classic search.</source>
        <translation>Voor KQL is een werkruimte-id nodig; voor klassiek zoeken zijn het abonnement, de resourcegroep en de werkruimtenaam nodig.</translation>
    </message>
    <message>
        <source>Embedded workspace</source>
        <translation>Ingebouwde werkruimte</translation>
    </message>
    <message>
        <source>Your tables</source>
        <translation>Eigen tabellen</translation>
    </message>
</context>
<context>
    <name>ConnectionAccess</name>
    <message>
        <source>No secret is stored for the connection “%1”.</source>
        <translation>Voor de verbinding “%1” is geen geheim opgeslagen.</translation>
    </message>
    <message>
        <source>Enter the client secret in the connection.</source>
        <translation>Voer het clientgeheim in de verbinding in.</translation>
    </message>
    <message>
        <source>The secret of the connection “%1” is not known: this machine has no keychain.</source>
        <translation>Het geheim van de verbinding “%1” is onbekend: deze computer heeft geen sleutelbos.</translation>
    </message>
    <message>
        <source>Enter the client secret in the connection; it is kept until Sonde is closed.</source>
        <translation>Voer het clientgeheim in de verbinding in; het wordt bewaard tot Sonde wordt afgesloten.</translation>
    </message>
    <message>
        <source>This build has no embedded workspace.</source>
        <translation>Deze build heeft geen ingebouwde werkruimte.</translation>
    </message>
    <message>
        <source>Add a connection to a workspace of yours.</source>
        <translation>Voeg een verbinding met een eigen werkruimte toe.</translation>
    </message>
    <message>
        <source>Edit the connection.</source>
        <translation>Bewerk de verbinding.</translation>
    </message>
    <message>
        <source>The connection “%1” has no workspace id, which KQL needs.</source>
        <translation>De verbinding “%1” heeft geen werkruimte-id, en die is nodig voor KQL.</translation>
    </message>
    <message>
        <source>The connection “%1” lacks the subscription, resource group or workspace name that classic search needs.</source>
        <translation>In de verbinding “%1” ontbreekt het abonnement, de resourcegroep of de werkruimtenaam; klassiek zoeken heeft die nodig.</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Connection</source>
        <translation>Verbinding</translation>
    </message>
    <message>
        <source>Paste a portal link, a resource id or the line that sonde-sandbox prints into any field, and the form is filled.</source>
        <translation>Plak een portallink, een resource-id of de regel die sonde-sandbox toont in een willekeurig veld en het formulier wordt ingevuld.</translation>
    </message>
    <message>
        <source>Paste &amp;from clipboard</source>
        <translation>&amp;Plakken uit klembord</translation>
    </message>
    <message>
        <source>Fill the form from a portal link, a resource id, the output of “az monitor log-analytics workspace show”, or the line that sonde-sandbox prints</source>
        <translation>Het formulier invullen met een portallink, een resource-id, de uitvoer van “az monitor log-analytics workspace show” of de regel die sonde-sandbox toont</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>Zelfgekozen naam</translation>
    </message>
    <message>
        <source>Colour mark</source>
        <translation>Kleurmarkering</translation>
    </message>
    <message>
        <source>A colour that stands beside the name wherever the connection is shown</source>
        <translation>Een kleur die naast de naam staat, overal waar de verbinding wordt getoond</translation>
    </message>
    <message>
        <source>&amp;Cloud</source>
        <translation>&amp;Cloud</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Openbaar</translation>
    </message>
    <message>
        <source>US Government</source>
        <translation>US Government</translation>
    </message>
    <message>
        <source>China</source>
        <translation>China</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Aangepast</translation>
    </message>
    <message>
        <source>Searches with</source>
        <translation>Zoekt via</translation>
    </message>
    <message>
        <source>Logs &amp;query (KQL)</source>
        <translation>Log&amp;query (KQL)</translation>
    </message>
    <message>
        <source>The current service: KQL, by workspace id</source>
        <translation>De huidige service: KQL, op werkruimte-id</translation>
    </message>
    <message>
        <source>Classic searc&amp;h</source>
        <translation>Klassiek &amp;zoeken</translation>
    </message>
    <message>
        <source>The older service: by subscription, resource group and workspace name</source>
        <translation>De oudere service: op abonnement, resourcegroep en werkruimtenaam</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Aanmelding</translation>
    </message>
    <message>
        <source>&amp;Tenant</source>
        <translation>T&amp;enant</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Tenant</translation>
    </message>
    <message>
        <source>Tenant id or domain</source>
        <translation>Tenant-id of domein</translation>
    </message>
    <message>
        <source>&amp;Application id</source>
        <translation>T&amp;oepassings-id</translation>
    </message>
    <message>
        <source>Application id</source>
        <translation>Toepassings-id</translation>
    </message>
    <message>
        <source>Application (client) id of the service principal</source>
        <translation>Client-id van de service-principal</translation>
    </message>
    <message>
        <source>S&amp;ecret</source>
        <translation>Gehei&amp;m</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Werkruimte</translation>
    </message>
    <message>
        <source>&amp;Workspace id</source>
        <translation>&amp;Werkruimte-id</translation>
    </message>
    <message>
        <source>Workspace id</source>
        <translation>Werkruimte-id</translation>
    </message>
    <message>
        <source>As the workspace’s Overview page shows it</source>
        <translation>Te vinden op de pagina Overzicht van de werkruimte</translation>
    </message>
    <message>
        <source>S&amp;ubscription</source>
        <translation>A&amp;bonnement</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Subscription id</source>
        <translation>Abonnements-id</translation>
    </message>
    <message>
        <source>&amp;Resource group</source>
        <translation>&amp;Resourcegroep</translation>
    </message>
    <message>
        <source>Resource group</source>
        <translation>Resourcegroep</translation>
    </message>
    <message>
        <source>Workspace na&amp;me</source>
        <translation>Werkr&amp;uimtenaam</translation>
    </message>
    <message>
        <source>Workspace name</source>
        <translation>Werkruimtenaam</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Eindpunten</translation>
    </message>
    <message>
        <source>Sign-&amp;in address</source>
        <translation>Aanme&amp;ldadres</translation>
    </message>
    <message>
        <source>Sign-in address</source>
        <translation>Aanmeldadres</translation>
    </message>
    <message>
        <source>https://login.example.com</source>
        <translation>https://login.example.com</translation>
    </message>
    <message>
        <source>&amp;Logs query address</source>
        <translation>Logquer&amp;yadres</translation>
    </message>
    <message>
        <source>Logs query address</source>
        <translation>Logqueryadres</translation>
    </message>
    <message>
        <source>https://logs.example.com/v1</source>
        <translation>https://logs.example.com/v1</translation>
    </message>
    <message>
        <source>Logs query audience</source>
        <translation>Logquery-audience</translation>
    </message>
    <message>
        <source>https://logs.example.com/.default</source>
        <translation>https://logs.example.com/.default</translation>
    </message>
    <message>
        <source>Token version of the logs query service</source>
        <translation>Tokenversie van de logqueryservice</translation>
    </message>
    <message>
        <source>v1 (resource)</source>
        <translation>v1 (resource)</translation>
    </message>
    <message>
        <source>v2 (scope)</source>
        <translation>v2 (scope)</translation>
    </message>
    <message>
        <source>Mana&amp;gement address</source>
        <translation>Be&amp;heeradres</translation>
    </message>
    <message>
        <source>Management address</source>
        <translation>Beheeradres</translation>
    </message>
    <message>
        <source>https://management.example.com</source>
        <translation>https://management.example.com</translation>
    </message>
    <message>
        <source>Management audience</source>
        <translation>Beheer-audience</translation>
    </message>
    <message>
        <source>https://management.example.com/</source>
        <translation>https://management.example.com/</translation>
    </message>
    <message>
        <source>Token version of the management service</source>
        <translation>Tokenversie van de beheerservice</translation>
    </message>
    <message>
        <source>Remember runs of this connection in the histor&amp;y</source>
        <translation>Uit&amp;voeringen van deze verbinding in de geschiedenis bewaren</translation>
    </message>
    <message>
        <source>Without this, nothing about its queries is kept when the tab is closed</source>
        <translation>Zonder deze optie blijft er niets van de query&apos;s bewaard zodra het tabblad wordt gesloten</translation>
    </message>
</context>
<context>
    <name>ConnectionFile</name>
    <message>
        <source>“%1” holds no connections of Sonde.</source>
        <translation>“%1” bevat geen verbindingen van Sonde.</translation>
    </message>
    <message>
        <source>Choose a file that was made with Export.</source>
        <translation>Kies een bestand dat met Exporteren is gemaakt.</translation>
    </message>
    <message>
        <source>Entry %1 of the file is no connection that this version can read.</source>
        <translation>Item %1 in het bestand is geen verbinding die deze versie kan lezen.</translation>
    </message>
    <message>
        <source>Nothing was imported. Take the entry out or export the connections again.</source>
        <translation>Er is niets geïmporteerd. Haal het item uit het bestand of exporteer de verbindingen opnieuw.</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Openbaar</translation>
    </message>
    <message>
        <source>US Government</source>
        <translation>US Government</translation>
    </message>
    <message>
        <source>China</source>
        <translation>China</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Aangepast</translation>
    </message>
    <message>
        <source>%1: here %2, in the file %3</source>
        <extracomment>%1: the name of a field; %2 and %3: its values</extracomment>
        <translation>%1: hier %2, in het bestand %3</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Tenant</translation>
    </message>
    <message>
        <source>Application id</source>
        <translation>Toepassings-id</translation>
    </message>
    <message>
        <source>Workspace id</source>
        <translation>Werkruimte-id</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Resource group</source>
        <translation>Resourcegroep</translation>
    </message>
    <message>
        <source>Workspace name</source>
        <translation>Werkruimtenaam</translation>
    </message>
    <message>
        <source>Sign-in address</source>
        <translation>Aanmeldadres</translation>
    </message>
    <message>
        <source>Logs query address</source>
        <translation>Logqueryadres</translation>
    </message>
    <message>
        <source>Logs query audience</source>
        <translation>Logquery-audience</translation>
    </message>
    <message>
        <source>Management address</source>
        <translation>Beheeradres</translation>
    </message>
    <message>
        <source>Management audience</source>
        <translation>Beheer-audience</translation>
    </message>
    <message>
        <source>The token versions differ.</source>
        <translation>De tokenversies verschillen.</translation>
    </message>
    <message>
        <source>The colour differs.</source>
        <translation>De kleur verschilt.</translation>
    </message>
    <message>
        <source>In the file its runs are kept in the history.</source>
        <translation>Volgens het bestand worden de uitvoeringen in de geschiedenis bewaard.</translation>
    </message>
    <message>
        <source>In the file its runs are not kept in the history.</source>
        <translation>Volgens het bestand worden de uitvoeringen niet in de geschiedenis bewaard.</translation>
    </message>
    <message>
        <source>The version of the classic search differs.</source>
        <translation>De versie van klassiek zoeken verschilt.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>“%1” kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>Check that it is there and who may read it.</source>
        <translation>Controleer of het bestand bestaat en wie het mag lezen.</translation>
    </message>
    <message>
        <source>It is larger than 4 MB.</source>
        <translation>Het bestand is groter dan 4 MB.</translation>
    </message>
    <message>
        <source>%1 at byte %2</source>
        <extracomment>%1: what the JSON parser said, in English; %2: how many bytes into the file</extracomment>
        <translation>%1 bij byte %2</translation>
    </message>
    <message>
        <source>“%1” holds an endpoints line with its secret.</source>
        <translation>“%1” bevat een regel met eindpunten, inclusief het geheim.</translation>
    </message>
    <message>
        <source>Add a connection and paste the line there; the secret then goes where secrets are kept.</source>
        <translation>Voeg een verbinding toe en plak de regel daar; het geheim komt dan terecht waar geheimen worden bewaard.</translation>
    </message>
    <message>
        <source>“%1” holds a secret.</source>
        <translation>“%1” bevat een geheim.</translation>
    </message>
    <message>
        <source>Nothing was imported. Take “%1” out of the file and enter the secret in the connection.</source>
        <translation>Er is niets geïmporteerd. Haal “%1” uit het bestand en voer het geheim in de verbinding in.</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Sonde.</source>
        <translation>“%1” is gemaakt met een nieuwere versie van Sonde.</translation>
    </message>
    <message>
        <source>Nothing was imported. Update Sonde and try again.</source>
        <translation>Er is niets geïmporteerd. Werk Sonde bij en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>It holds no list named “connections”.</source>
        <translation>Het bestand bevat geen lijst met de naam “connections”.</translation>
    </message>
    <message>
        <source>Two entries of the file have the same id.</source>
        <translation>Twee items in het bestand hebben dezelfde id.</translation>
    </message>
    <message>
        <source>Nothing was imported. Take “%1” out or export the connections again.</source>
        <translation>Er is niets geïmporteerd. Haal “%1” uit het bestand of exporteer de verbindingen opnieuw.</translation>
    </message>
    <message>
        <source>Its list is empty.</source>
        <translation>De lijst is leeg.</translation>
    </message>
</context>
<context>
    <name>ConnectionMark</name>
    <message>
        <source>No colour</source>
        <translation>Geen kleur</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rood</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Oranje</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Geel</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Groen</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blauw</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Paars</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>The workspace’s data could not be opened.</source>
        <translation>De gegevens van de werkruimte kunnen niet worden geopend.</translation>
    </message>
    <message>
        <source>Check that there is room on the disk and that no other program has the file open.</source>
        <translation>Controleer of er genoeg ruimte op de schijf is en of geen ander programma het bestand open heeft.</translation>
    </message>
    <message>
        <source>The workspace’s data could not be changed.</source>
        <translation>De gegevens van de werkruimte konden niet worden gewijzigd.</translation>
    </message>
    <message>
        <source>Check that there is room on the disk.</source>
        <translation>Controleer of er genoeg ruimte op de schijf is.</translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>The file of a tab is damaged.</source>
        <translation>Het bestand van een tabblad is beschadigd.</translation>
    </message>
    <message>
        <source>The text is missing.</source>
        <translation>De tekst ontbreekt.</translation>
    </message>
</context>
<context>
    <name>DraftStore</name>
    <message>
        <source>It is kept as “%1”; what can be read in it can be copied from there.</source>
        <translation>Het is bewaard als “%1”; wat nog leesbaar is, kan daaruit worden gekopieerd.</translation>
    </message>
    <message>
        <source>The file of a tab could not be read.</source>
        <translation>Het bestand van een tabblad kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>Check “%1”; the tab comes back once the file can be read.</source>
        <translation>Controleer “%1”; het tabblad komt terug zodra het bestand leesbaar is.</translation>
    </message>
    <message>
        <source>Another running Sonde has this session.</source>
        <translation>Deze sessie is al in gebruik door een andere Sonde.</translation>
    </message>
    <message>
        <source>Start with --new-instance for a session of its own.</source>
        <translation>Start met --new-instance voor een eigen sessie.</translation>
    </message>
    <message>
        <source>The arrangement of windows and tabs could not be read.</source>
        <translation>De indeling van vensters en tabbladen kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>Check “%1”; the arrangement comes back once the file can be read.</source>
        <translation>Controleer “%1”; de indeling komt terug zodra het bestand kan worden gelezen.</translation>
    </message>
</context>
<context>
    <name>EffectiveRange</name>
    <message>
        <source>%1 d</source>
        <extracomment>%1: a number of days</extracomment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>%1: a number of hours</extracomment>
        <translation>%1 u</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>%1: a number of minutes</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>%1: a number of seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>all of it: it has no TimeGenerated</source>
        <translation>alles: de tabel heeft geen TimeGenerated</translation>
    </message>
    <message>
        <source>the whole range, the query sets none</source>
        <translation>het hele bereik, de query stelt niets in</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>the whole range</source>
        <translation>het hele bereik</translation>
    </message>
    <message>
        <source>the whole range or less: the condition is not understood here</source>
        <translation>het hele bereik of minder: de voorwaarde wordt hier niet begrepen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: a duration, as 2 h; %2: from when to when</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>at most %1, %2</source>
        <extracomment>%1: a duration, as 2 h; %2: from when to when</extracomment>
        <translation>hooguit %1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: the name of a table; %2: what is read of it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of the %2 picked, set in the query</source>
        <extracomment>%1 and %2: durations, as 2 h</extracomment>
        <translation>%1 van de gekozen %2, ingesteld in de query</translation>
    </message>
    <message>
        <source>%1 picked, the query asks for %2</source>
        <extracomment>%1 and %2: durations, as 24 h and 30 d</extracomment>
        <translation>%1 gekozen, de query vraagt om %2</translation>
    </message>
    <message>
        <source>%1 picked, or less by the query</source>
        <extracomment>%1: a duration, as 24 h</extracomment>
        <translation>%1 gekozen, of minder door de query</translation>
    </message>
    <message>
        <source>%1 picked</source>
        <extracomment>%1: a duration, as 24 h</extracomment>
        <translation>%1 gekozen</translation>
    </message>
    <message>
        <source>The time range of the toolbar. Whether the query sets a shorter one of its own is not known.</source>
        <translation>Het tijdsbereik van de werkbalk. Of de query zelf een korter bereik instelt, is niet bekend.</translation>
    </message>
    <message>
        <source>The query asks for %1, of which the time range of the toolbar cuts off a part.</source>
        <extracomment>%1: from when to when</extracomment>
        <translation>De query vraagt om %1; het tijdsbereik van de werkbalk snijdt daar een deel van af.</translation>
    </message>
    <message>
        <source>Both the time range of the toolbar and the query’s own conditions on TimeGenerated hold. Together they leave:</source>
        <translation>Zowel het tijdsbereik van de werkbalk als de voorwaarden van de query op TimeGenerated gelden. Samen laten ze over:</translation>
    </message>
    <message>
        <source>Nothing of the %1 picked: the query asks for other times</source>
        <extracomment>%1: a duration, as 24 h</extracomment>
        <translation>Niets van de gekozen %1: de query vraagt om andere tijden</translation>
    </message>
    <message>
        <source>At most %1 of the %2 picked, set in the query</source>
        <extracomment>%1 and %2: durations, as 2 h</extracomment>
        <translation>Hooguit %1 van de gekozen %2, ingesteld in de query</translation>
    </message>
</context>
<context>
    <name>EndpointsJson</name>
    <message>
        <source>The endpoints are not a JSON object.</source>
        <translation>De eindpunten zijn geen JSON-object.</translation>
    </message>
    <message>
        <source>Use the line that sonde-sandbox prints when it starts.</source>
        <translation>Gebruik de regel die sonde-sandbox bij het starten toont.</translation>
    </message>
    <message>
        <source>The client secret is missing.</source>
        <translation>Het clientgeheim ontbreekt.</translation>
    </message>
    <message>
        <source>The endpoints are not complete.</source>
        <translation>De eindpunten zijn niet volledig.</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>The query was stopped.</source>
        <translation>De query is gestopt.</translation>
    </message>
    <message>
        <source>The regular expression “%1” is not valid.</source>
        <translation>De reguliere expressie “%1” is ongeldig.</translation>
    </message>
    <message>
        <source>The number of rows is negative or null.</source>
        <translation>Het aantal rijen is negatief of null.</translation>
    </message>
    <message>
        <source>A number in the query is too large for its type.</source>
        <translation>Een getal in de query is te groot voor zijn type.</translation>
    </message>
    <message>
        <source>A value in the query could not be converted to its type.</source>
        <translation>Een waarde in de query kon niet naar het vereiste type worden geconverteerd.</translation>
    </message>
    <message>
        <source>The query failed while it ran.</source>
        <translation>De query is tijdens de uitvoering mislukt.</translation>
    </message>
    <message>
        <source>The query needs more memory than the embedded workspace may use.</source>
        <translation>De query heeft meer geheugen nodig dan de ingebouwde werkruimte mag gebruiken.</translation>
    </message>
    <message>
        <source>Ask for fewer rows or columns, or for a shorter time range.</source>
        <translation>Vraag minder rijen of kolommen op, of kies een korter tijdsbereik.</translation>
    </message>
    <message>
        <source>Look for numbers that grow too large or a regular expression that is not valid.</source>
        <translation>Let op getallen die te groot worden of een reguliere expressie die ongeldig is.</translation>
    </message>
    <message>
        <source>the name “%1” in this place</source>
        <translation>de naam “%1” op deze plaats</translation>
    </message>
    <message>
        <source>the sum of two dates</source>
        <translation>de som van twee datums</translation>
    </message>
    <message>
        <source>the character U+0000 in a text</source>
        <translation>het teken U+0000 in een tekst</translation>
    </message>
    <message>
        <source>the truth value “%1”</source>
        <translation>de booleaanse waarde “%1”</translation>
    </message>
    <message>
        <source>the number “%1”</source>
        <translation>het getal “%1”</translation>
    </message>
    <message>
        <source>the date form “%1”</source>
        <translation>de datumnotatie “%1”</translation>
    </message>
    <message>
        <source>the timespan form “%1”</source>
        <translation>de timespannotatie “%1”</translation>
    </message>
    <message>
        <source>the guid “%1”</source>
        <translation>de guid “%1”</translation>
    </message>
    <message>
        <source>this form of a dynamic value</source>
        <translation>deze notatie van een dynamic-waarde</translation>
    </message>
    <message>
        <source>the name “%1” twice in one “extend”</source>
        <translation>twee keer de naam “%1” in één “extend”</translation>
    </message>
    <message>
        <source>an expression without a name here</source>
        <translation>een expressie zonder naam op deze plaats</translation>
    </message>
    <message>
        <source>several result tables</source>
        <translation>meer dan één resultaattabel</translation>
    </message>
    <message>
        <source>a query whose result is no table</source>
        <translation>een query waarvan het resultaat geen tabel is</translation>
    </message>
    <message>
        <source>the option “%1”</source>
        <translation>de optie “%1”</translation>
    </message>
    <message>
        <source>the parameter “%1”</source>
        <translation>de parameter “%1”</translation>
    </message>
    <message>
        <source>The embedded workspace does not support the operator “%1” yet.</source>
        <translation>De ingebouwde werkruimte ondersteunt de operator “%1” nog niet.</translation>
    </message>
    <message>
        <source>Write the query without it, or run it on a real workspace.</source>
        <translation>Schrijf de query zonder dit onderdeel of voer die uit op een echte werkruimte.</translation>
    </message>
    <message>
        <source>The embedded workspace does not support the function “%1” yet.</source>
        <translation>De ingebouwde werkruimte ondersteunt de functie “%1” nog niet.</translation>
    </message>
    <message>
        <source>The embedded workspace does not support the type “%1” here yet.</source>
        <translation>De ingebouwde werkruimte ondersteunt het type “%1” hier nog niet.</translation>
    </message>
    <message>
        <source>Convert the value to another type, or run the query on a real workspace.</source>
        <translation>Converteer de waarde naar een ander type of voer de query uit op een echte werkruimte.</translation>
    </message>
    <message>
        <source>The embedded workspace does not support this yet: %1.</source>
        <translation>De ingebouwde werkruimte ondersteunt dit nog niet: %1.</translation>
    </message>
    <message>
        <source>Write the query in another way, or run it on a real workspace.</source>
        <translation>Schrijf de query anders of voer die uit op een echte werkruimte.</translation>
    </message>
    <message>
        <source>The query is too large for the embedded workspace.</source>
        <translation>De query is te groot voor de ingebouwde werkruimte.</translation>
    </message>
    <message>
        <source>Use each “let” less often, or run the query on a real workspace.</source>
        <translation>Gebruik elke “let” minder vaak of voer de query uit op een echte werkruimte.</translation>
    </message>
    <message>
        <source>a number of rows that is negative or null</source>
        <translation>een aantal rijen dat negatief of null is</translation>
    </message>
    <message numerus="yes">
        <source>the function “%1” with %n argument(s)</source>
        <translation>
            <numerusform>de functie “%1” met %n argument</numerusform>
            <numerusform>de functie “%1” met %n argumenten</numerusform>
        </translation>
    </message>
    <message>
        <source>the function “%1” with these arguments</source>
        <translation>de functie “%1” met deze argumenten</translation>
    </message>
    <message>
        <source>a computed regular expression here</source>
        <translation>een berekende reguliere expressie hier</translation>
    </message>
    <message>
        <source>a hash with a modulo here</source>
        <translation>een hash met een modulo hier</translation>
    </message>
    <message>
        <source>The bounds and the step of “make-series” make no series, or one that is too long.</source>
        <translation>De grenzen en de stap van “make-series” leveren geen reeks op, of een te lange.</translation>
    </message>
    <message>
        <source>The query makes too many columns.</source>
        <translation>De query levert te veel kolommen op.</translation>
    </message>
    <message>
        <source>Name the columns that you want behind the plugin.</source>
        <translation>Noem achter de plug-in de kolommen die u wilt.</translation>
    </message>
    <message>
        <source>a column without a name of its own</source>
        <translation>een kolom zonder eigen naam</translation>
    </message>
    <message>
        <source>several columns in this place</source>
        <translation>meer kolommen op deze plaats</translation>
    </message>
    <message>
        <source>this precision or unit of a size</source>
        <translation>deze precisie of eenheid van een grootte</translation>
    </message>
    <message>
        <source>the time zone “%1”</source>
        <translation>de tijdzone “%1”</translation>
    </message>
    <message>
        <source>a condition of this form between two tables</source>
        <translation>een voorwaarde van deze vorm tussen twee tabellen</translation>
    </message>
    <message>
        <source>a “join” without “on”</source>
        <translation>een “join” zonder “on”</translation>
    </message>
    <message>
        <source>the join “%1”</source>
        <translation>de join “%1”</translation>
    </message>
    <message>
        <source>the lookup “%1”</source>
        <translation>de lookup “%1”</translation>
    </message>
    <message>
        <source>these parameters of “parse-kv” together</source>
        <translation>deze parameters van “parse-kv” samen</translation>
    </message>
    <message>
        <source>a regular expression that does not have two capture groups</source>
        <translation>een reguliere expressie die geen twee groepen heeft</translation>
    </message>
    <message>
        <source>an empty text in a pattern</source>
        <translation>een lege tekst in een patroon</translation>
    </message>
    <message>
        <source>a pattern in which no text ends a column here</source>
        <translation>een patroon waarin hier geen tekst een kolom afsluit</translation>
    </message>
    <message>
        <source>a regular expression with alternatives outside of parentheses</source>
        <translation>een reguliere expressie met alternatieven buiten haakjes</translation>
    </message>
    <message>
        <source>a “partition” whose query has a table of its own</source>
        <translation>een “partition” waarvan de query een eigen tabel heeft</translation>
    </message>
    <message>
        <source>a “partition” inside of another</source>
        <translation>een “partition” binnen een andere</translation>
    </message>
    <message>
        <source>“%1” without its columns here</source>
        <translation>“%1” zonder zijn kolommen hier</translation>
    </message>
    <message>
        <source>a capture group that the regular expression does not have</source>
        <translation>een groep die de reguliere expressie niet heeft</translation>
    </message>
    <message>
        <source>“extract_all” without capture groups or with more than 16</source>
        <translation>“extract_all” zonder groepen of met meer dan 16</translation>
    </message>
    <message>
        <source>this replacement for a regular expression</source>
        <translation>deze vervanging voor een reguliere expressie</translation>
    </message>
    <message>
        <source>this number of an occurrence</source>
        <translation>dit nummer van een vindplaats</translation>
    </message>
    <message>
        <source>“countof” of an empty text</source>
        <translation>“countof” van een lege tekst</translation>
    </message>
    <message>
        <source>“:” with anything but a text</source>
        <translation>“:” met iets anders dan een tekst</translation>
    </message>
    <message>
        <source>an operator that ignores case in “kind=case_sensitive”</source>
        <translation>een operator die hoofdletters negeert in “kind=case_sensitive”</translation>
    </message>
    <message>
        <source>the column “%1” of several types here</source>
        <translation>de kolom “%1” met meer typen hier</translation>
    </message>
    <message>
        <source>a search without tables</source>
        <translation>een zoekopdracht zonder tabellen</translation>
    </message>
    <message>
        <source>“find” over tables with these columns</source>
        <translation>“find” over tabellen met deze kolommen</translation>
    </message>
    <message>
        <source>“pack(*)” next to columns</source>
        <translation>“pack(*)” naast kolommen</translation>
    </message>
    <message>
        <source>the name “%1” for two tables</source>
        <translation>de naam “%1” voor twee tabellen</translation>
    </message>
    <message>
        <source>a series of this type without “default”</source>
        <translation>een reeks van dit type zonder “default”</translation>
    </message>
    <message>
        <source>“kind=nonempty” with “by” or without bounds</source>
        <translation>“kind=nonempty” met “by” of zonder grenzen</translation>
    </message>
    <message>
        <source>“in” with a list for the type “%1”</source>
        <translation>“in” met een lijst voor het type “%1”</translation>
    </message>
    <message>
        <source>“split” at an empty text</source>
        <translation>“split” op een lege tekst</translation>
    </message>
    <message>
        <source>command lines of another kind than “windows”</source>
        <translation>opdrachtregels van een andere soort dan “windows”</translation>
    </message>
    <message>
        <source>the pattern “%1” of a time</source>
        <translation>het tijdpatroon “%1”</translation>
    </message>
    <message>
        <source>the part “%1” of a time</source>
        <translation>het tijddeel “%1”</translation>
    </message>
    <message>
        <source>“kind=inner” with the column “%1” of several types</source>
        <translation>“kind=inner” met de kolom “%1” met meer typen</translation>
    </message>
    <message>
        <source>a union of tables with these columns</source>
        <translation>een union van tabellen met deze kolommen</translation>
    </message>
    <message>
        <source>a union without columns</source>
        <translation>een union zonder kolommen</translation>
    </message>
    <message>
        <source>a function without a value</source>
        <translation>een functie zonder waarde</translation>
    </message>
    <message>
        <source>an offset that is no whole number</source>
        <translation>een afstand die geen geheel getal is</translation>
    </message>
    <message>
        <source>A word with “*” in its middle was found in other capital or small letters only; “search kind=case_sensitive” leaves those out.</source>
        <translation>Een woord met “*” in het midden is alleen met andere hoofd- of kleine letters gevonden; “search kind=case_sensitive” laat die weg.</translation>
    </message>
    <message>
        <source>a “*” in the middle and at an end of a word</source>
        <translation>een “*” midden in een woord en aan een eind ervan</translation>
    </message>
    <message>
        <source>A whole number in a series is too large.</source>
        <translation>Een geheel getal in een reeks is te groot.</translation>
    </message>
    <message>
        <source>An element of a series is not a number.</source>
        <translation>Een element van een reeks is geen getal.</translation>
    </message>
    <message>
        <source>The first denominator of “series_iir” is zero.</source>
        <translation>De eerste noemer van “series_iir” is nul.</translation>
    </message>
    <message>
        <source>A filter of an even length has no centre in “series_fir”.</source>
        <translation>Een filter van even lengte heeft geen midden in “series_fir”.</translation>
    </message>
    <message>
        <source>The series and the filter of “series_fir” or “series_iir” are too long.</source>
        <translation>De reeks en het filter van “series_fir” of “series_iir” zijn te lang.</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown-tabel</translation>
    </message>
    <message>
        <source>HTML table</source>
        <translation>HTML-tabel</translation>
    </message>
    <message>
        <source>KQL datatable</source>
        <translation>KQL-datatable</translation>
    </message>
    <message>
        <source>IN list</source>
        <translation>IN-lijst</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-werkmap</translation>
    </message>
    <message>
        <source>Text table</source>
        <translation>Teksttabel</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Puntkomma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>Verticale streep</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>“%1” is not a fault the sandbox knows.</source>
        <translation>“%1” is geen fout die de sandbox kent.</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>Gebruik een van deze: %1.</translation>
    </message>
</context>
<context>
    <name>FavouriteDialog</name>
    <message>
        <source>Save as favourite</source>
        <translation>Opslaan als favoriet</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Labels</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Gescheiden door komma&apos;s</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Map</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschrijving</translation>
    </message>
    <message>
        <source>E&amp;xport profile</source>
        <translation>E&amp;xportprofiel</translation>
    </message>
</context>
<context>
    <name>FavouriteEdit</name>
    <message>
        <source>(conflict %1)</source>
        <extracomment>%1: when, as 2026-03-01 1015; part of a file’s name</extracomment>
        <translation>(conflict %1)</translation>
    </message>
    <message>
        <source>Another program is writing “%1”.</source>
        <translation>Een ander programma schrijft op dit moment naar “%1”.</translation>
    </message>
    <message>
        <source>Save it again in a moment.</source>
        <translation>Probeer het zo meteen opnieuw op te slaan.</translation>
    </message>
</context>
<context>
    <name>FavouriteFile</name>
    <message>
        <source>The file could not be read.</source>
        <translation>Het bestand kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>Check that it is still there and that you may read it.</source>
        <translation>Controleer of het nog bestaat en of je het mag lezen.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>“%1” is er niet meer.</translation>
    </message>
    <message>
        <source>It was moved or deleted by another program.</source>
        <translation>Een ander programma heeft het bestand verplaatst of verwijderd.</translation>
    </message>
    <message>
        <source>There is a “%1” in that folder already.</source>
        <translation>In die map staat al een “%1”.</translation>
    </message>
    <message>
        <source>Rename one of the two first.</source>
        <translation>Hernoem eerst een van de twee.</translation>
    </message>
    <message>
        <source>“%1” could not be moved or renamed.</source>
        <translation>“%1” kon niet worden verplaatst of hernoemd.</translation>
    </message>
    <message>
        <source>Check that you may change the folders “%1” and “%2”, and that there is room.</source>
        <extracomment>%1: the folder it was in; %2: the one it was to be moved to</extracomment>
        <translation>Controleer of je de mappen “%1” en “%2” mag wijzigen en of er genoeg ruimte is.</translation>
    </message>
</context>
<context>
    <name>FavouriteLedger</name>
    <message>
        <source>The list of the favourites’ folders is damaged.</source>
        <translation>De lijst met favorietenmappen is beschadigd.</translation>
    </message>
    <message>
        <source>It is kept as “%1”; add the folders again. The favourites themselves are not affected.</source>
        <translation>De lijst is bewaard als “%1”; voeg de mappen opnieuw toe. Met de favorieten zelf is niets gebeurd.</translation>
    </message>
    <message>
        <source>The list of the favourites’ folders could not be read.</source>
        <translation>De lijst met favorietenmappen kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>Check who may read “%1”; it is left as it is.</source>
        <translation>Controleer wie “%1” mag lezen; het bestand blijft zoals het is.</translation>
    </message>
    <message>
        <source>Another program is writing the list of the favourites’ folders.</source>
        <translation>Een ander programma schrijft op dit moment de lijst met favorietenmappen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Probeer het opnieuw.</translation>
    </message>
</context>
<context>
    <name>FavouriteText</name>
    <message>
        <source>Open it in a text editor, and save it as UTF-8; Sonde leaves it as it is.</source>
        <translation>Open het in een teksteditor en sla het op als UTF-8; Sonde laat het zoals het is.</translation>
    </message>
    <message>
        <source>The file is UTF-16, not UTF-8.</source>
        <translation>Het bestand is UTF-16, geen UTF-8.</translation>
    </message>
    <message>
        <source>The file is no text: line %L1 holds a NUL character.</source>
        <translation>Het bestand is geen tekst: regel %L1 bevat een NUL-teken.</translation>
    </message>
    <message>
        <source>The file is not UTF-8: line %L1 holds other bytes.</source>
        <translation>Het bestand is geen UTF-8: regel %L1 bevat andere bytes.</translation>
    </message>
    <message>
        <source>The file is too large to be a query: %L1 MB.</source>
        <translation>Het bestand is te groot voor een query: %L1 MB.</translation>
    </message>
    <message>
        <source>A query has at most 2 MB; Sonde leaves the file as it is.</source>
        <translation>Een query is hoogstens 2 MB groot; Sonde laat het bestand zoals het is.</translation>
    </message>
    <message>
        <source>The query holds a character that no text file can keep.</source>
        <translation>De query bevat een teken dat niet in een tekstbestand kan worden bewaard.</translation>
    </message>
    <message>
        <source>Delete the NUL or the half of a character pair, and save it again.</source>
        <translation>Verwijder het NUL-teken of het halve tekenpaar en sla de query opnieuw op.</translation>
    </message>
    <message>
        <source>The query is too large for a favourite: %L1 MB.</source>
        <translation>De query is te groot voor een favoriet: %L1 MB.</translation>
    </message>
    <message>
        <source>Keep it as a file with Save as; a favourite has at most 2 MB.</source>
        <translation>Bewaar de query als bestand met Opslaan als; een favoriet is hoogstens 2 MB groot.</translation>
    </message>
</context>
<context>
    <name>FieldQuery</name>
    <message>
        <source>Objects and lists cannot be compared in a query.</source>
        <translation>Objecten en lijsten kunnen in een query niet worden vergeleken.</translation>
    </message>
    <message>
        <source>Choose a single value in it.</source>
        <translation>Kies er één waarde in.</translation>
    </message>
    <message>
        <source>This value is too long for a query.</source>
        <translation>Deze waarde is te lang voor een query.</translation>
    </message>
    <message>
        <source>Compare a part of it, with has or contains.</source>
        <translation>Vergelijk een deel ervan, met has of contains.</translation>
    </message>
</context>
<context>
    <name>FileImport</name>
    <message>
        <source>The file could not be imported.</source>
        <translation>Het bestand kon niet worden ingelezen.</translation>
    </message>
    <message>
        <source>Check that there is room on the disk.</source>
        <translation>Kijk of er ruimte is op de schijf.</translation>
    </message>
    <message>
        <source>“%1” is not UTF-8; it is read as Latin-1.</source>
        <translation>“%1” is geen UTF-8; het wordt als Latin-1 gelezen.</translation>
    </message>
    <message>
        <source>it has too few cells</source>
        <translation>hij heeft te weinig cellen</translation>
    </message>
    <message>
        <source>it has too many cells</source>
        <translation>hij heeft te veel cellen</translation>
    </message>
    <message>
        <source>it has bytes that are not UTF-8</source>
        <translation>hij heeft bytes die geen UTF-8 zijn</translation>
    </message>
    <message>
        <source>it is longer than 32 MB</source>
        <translation>hij is langer dan 32 MB</translation>
    </message>
    <message>
        <source>its quotes are not closed</source>
        <translation>de aanhalingstekens zijn niet gesloten</translation>
    </message>
    <message numerus="yes">
        <source>%2: %n line(s) left out; the first is line %3: %4.</source>
        <extracomment>%2: a table; %3: a number of a line; %4: “it has too few cells” or the like</extracomment>
        <translation>
            <numerusform>%2: %n regel weggelaten; het is regel %3: %4.</numerusform>
            <numerusform>%2: %n regels weggelaten; de eerste is regel %3: %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has no columns.</source>
        <translation>“%1” heeft geen kolommen.</translation>
    </message>
    <message>
        <source>“%1” has %2 columns; a table may have %3.</source>
        <extracomment>%1: a file; %2, %3: numbers</extracomment>
        <translation>“%1” heeft %2 kolommen; een tabel mag er %3 hebben.</translation>
    </message>
    <message>
        <source>If it is CSV, name its delimiter.</source>
        <translation>Noem het scheidingsteken als het CSV is.</translation>
    </message>
    <message>
        <source>Give one of them another name: NAME=FILE.</source>
        <translation>Geef een ervan een andere naam: NAAM=BESTAND.</translation>
    </message>
    <message>
        <source>“%1” would become the table “%2”, which is there already.</source>
        <extracomment>%1: a file; %2: a table</extracomment>
        <translation>“%1” zou de tabel “%2” worden, die er al is.</translation>
    </message>
    <message>
        <source>“%1” and “%2” would both become the table “%3”.</source>
        <extracomment>%1, %2: files; %3: a table</extracomment>
        <translation>“%1” en “%2” zouden allebei de tabel “%3” worden.</translation>
    </message>
    <message>
        <source>“%1” is UTF-16.</source>
        <translation>“%1” is UTF-16.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Bewaar het als UTF-8.</translation>
    </message>
    <message>
        <source>“%1” is a workbook or a ZIP archive.</source>
        <translation>“%1” is een werkmap of een ZIP-archief.</translation>
    </message>
    <message>
        <source>Save its sheet as CSV, or unpack it.</source>
        <translation>Bewaar het blad als CSV, of pak het uit.</translation>
    </message>
    <message>
        <source>“%1” is packed.</source>
        <translation>“%1” is ingepakt.</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>Pak het eerst uit.</translation>
    </message>
    <message>
        <source>“%1” looks like UTF-16 without a mark.</source>
        <translation>“%1” lijkt UTF-16 zonder merkteken te zijn.</translation>
    </message>
    <message>
        <source>“%1” is no text.</source>
        <translation>“%1” is geen tekst.</translation>
    </message>
    <message>
        <source>CSV, JSON, Parquet, SQLite and saved results can be imported.</source>
        <translation>CSV, JSON, Parquet, SQLite en bewaarde resultaten kunnen worden ingelezen.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Er is geen bestand “%1”.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>“%1” kon niet worden gelezen.</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>Het is een map.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1” is leeg.</translation>
    </message>
    <message>
        <source>Look at DuckDB’s reason below.</source>
        <translation>Kijk naar de reden die DuckDB hieronder geeft.</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>Het inlezen is gestopt.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no quote character</comment>
        <translation>geen</translation>
    </message>
    <message>
        <source>tab</source>
        <comment>the character</comment>
        <translation>tab</translation>
    </message>
    <message>
        <source>delimiter %1</source>
        <extracomment>%1: a character in quotes, or “tab”</extracomment>
        <translation>scheidingsteken %1</translation>
    </message>
    <message>
        <source>quote %1</source>
        <extracomment>%1: a character in quotes, or “none”</extracomment>
        <translation>aanhalingsteken %1</translation>
    </message>
    <message>
        <source>names in the first line</source>
        <translation>namen in de eerste regel</translation>
    </message>
    <message>
        <source>no line with names</source>
        <translation>geen regel met namen</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) before it passed over</source>
        <translation>
            <numerusform>%n regel ervoor overgeslagen</numerusform>
            <numerusform>%n regels ervoor overgeslagen</numerusform>
        </translation>
    </message>
    <message>
        <source>comments begin with %1</source>
        <translation>commentaar begint met %1</translation>
    </message>
    <message>
        <source>Latin-1</source>
        <translation>Latin-1</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>a JSON array</source>
        <translation>een JSON-array</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>a saved result</source>
        <translation>een bewaard resultaat</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>een SQLite-database</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The imported rows could not be written to “%1”.</source>
        <translation>De ingelezen rijen konden niet naar “%1” worden geschreven.</translation>
    </message>
    <message>
        <source>Check that there is room on the disk and that the folder is yours to write to.</source>
        <translation>Kijk of er ruimte is op de schijf en of u in de map mag schrijven.</translation>
    </message>
    <message>
        <source>%1: lines with too few cells are filled up with empty ones.</source>
        <translation>%1: regels met te weinig cellen zijn met lege aangevuld.</translation>
    </message>
    <message>
        <source>The imported tables could not be read.</source>
        <translation>De ingelezen tabellen konden niet worden gelezen.</translation>
    </message>
    <message>
        <source>“%1” has no objects with keys.</source>
        <translation>“%1” heeft geen objecten met sleutels.</translation>
    </message>
    <message>
        <source>Only lists or lines of JSON objects can become a table.</source>
        <translation>Alleen lijsten of regels van JSON-objecten kunnen een tabel worden.</translation>
    </message>
    <message numerus="yes">
        <source>%2: %n value(s) left out that are no JSON object.</source>
        <extracomment>%2: a table</extracomment>
        <translation>
            <numerusform>%2: %n waarde weggelaten die geen JSON-object is.</numerusform>
            <numerusform>%2: %n waarden weggelaten die geen JSON-object zijn.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” could not be read as Parquet.</source>
        <translation>“%1” kon niet als Parquet worden gelezen.</translation>
    </message>
    <message>
        <source>It may be damaged, or this DuckDB may have no reader for it.</source>
        <translation>Het is misschien beschadigd, of deze DuckDB kan het niet lezen.</translation>
    </message>
    <message>
        <source>“%1” was changed while it was imported.</source>
        <translation>“%1” is veranderd terwijl het werd ingelezen.</translation>
    </message>
    <message>
        <source>“%1” could not be read as an SQLite database.</source>
        <translation>“%1” kon niet als SQLite-database worden gelezen.</translation>
    </message>
    <message>
        <source>Close the program that has it open; a damaged one SQLite’s own tools may recover.</source>
        <translation>Sluit het programma dat het open heeft; een beschadigde kan SQLite zelf misschien herstellen.</translation>
    </message>
    <message>
        <source>“%1” has no tables.</source>
        <translation>“%1” heeft geen tabellen.</translation>
    </message>
    <message>
        <source>The columns of “%1” keep the types they have.</source>
        <translation>De kolommen van “%1” houden de typen die ze hebben.</translation>
    </message>
    <message>
        <source>A saved result knows its types; convert in the query.</source>
        <translation>Een bewaard resultaat kent zijn typen; zet ze in de query om.</translation>
    </message>
    <message>
        <source>%1: there are more than %2 keys; the rest is left out.</source>
        <extracomment>%1: a table; %2: a number</extracomment>
        <translation>%1: er zijn meer dan %2 sleutels; de rest is weggelaten.</translation>
    </message>
    <message>
        <source>%1: column “%2” holds “%3” further down, which is no %4; it is now %5.</source>
        <extracomment>%1: a table; %2: a column of it; %3: a value; %4, %5: types of KQL, such as long</extracomment>
        <translation>%1: kolom “%2” heeft verderop “%3”, wat geen %4 is; ze is nu %5.</translation>
    </message>
    <message>
        <source>The folder “%1” could not be written to.</source>
        <translation>In de map “%1” kan niet worden geschreven.</translation>
    </message>
    <message>
        <source>Check that it is yours to write to.</source>
        <translation>Controleer of u er mag schrijven.</translation>
    </message>
</context>
<context>
    <name>FilterQuery</name>
    <message>
        <source>The selected cells have more than %1 different values.</source>
        <translation>De geselecteerde cellen hebben meer dan %1 verschillende waarden.</translation>
    </message>
    <message>
        <source>Select fewer cells, or filter the rows (F7).</source>
        <translation>Selecteer minder cellen, of filter de rijen (F7).</translation>
    </message>
    <message>
        <source>looks at the value, not at how it is shown</source>
        <translation>kijkt naar de waarde, niet naar hoe die getoond wordt</translation>
    </message>
</context>
<context>
    <name>FilterText</name>
    <message>
        <source>“%1”</source>
        <extracomment>%1: a value, among others</extracomment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>no value</source>
        <comment>in a list of values</comment>
        <translation>geen waarde</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1: a list of values; %n: how many more there are</extracomment>
        <translation>
            <numerusform>%1 en nog %n</numerusform>
            <numerusform>%1 en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is one of %2</source>
        <extracomment>%1: a column’s name; %2: a list of values</extracomment>
        <translation>%1 is een van %2</translation>
    </message>
    <message>
        <source>%1 contains “%2”</source>
        <extracomment>%1: a column’s name; %2: a text</extracomment>
        <translation>%1 bevat “%2”</translation>
    </message>
    <message>
        <source>%1 matches /%2/</source>
        <extracomment>%1: a column’s name; %2: a regular expression</extracomment>
        <translation>%1 past bij /%2/</translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <extracomment>%1: a column’s name</extracomment>
        <translation>%1 heeft geen waarde</translation>
    </message>
    <message>
        <source>%1 has a value</source>
        <extracomment>%1: a column’s name</extracomment>
        <translation>%1 heeft een waarde</translation>
    </message>
</context>
<context>
    <name>FirstRows</name>
    <message>
        <source>Only the first %L1 of %L2 rows were kept.</source>
        <extracomment>%L1: how many rows are kept; %L2: how many there were</extracomment>
        <translation>Alleen de eerste %L1 van %L2 rijen zijn bewaard.</translation>
    </message>
</context>
<context>
    <name>HeldFile</name>
    <message>
        <source>“%1” could not be locked.</source>
        <translation>“%1” kan niet worden vergrendeld.</translation>
    </message>
    <message>
        <source>Check that you may write to its folder and that its disk is not full.</source>
        <translation>Controleer of je in de map mag schrijven en of de schijf niet vol is.</translation>
    </message>
</context>
<context>
    <name>HistoryDatabase</name>
    <message>
        <source>The search was given up.</source>
        <translation>Het zoeken is gestaakt.</translation>
    </message>
    <message>
        <source>The history needs Qt’s driver for SQLite.</source>
        <translation>De geschiedenis heeft het SQLite-stuurprogramma van Qt nodig.</translation>
    </message>
    <message>
        <source>Install it (on Debian the package libqt6sql6-sqlite) and start Sonde again; until then no runs are remembered.</source>
        <translation>Installeer het (op Debian het pakket libqt6sql6-sqlite) en start Sonde opnieuw; tot die tijd worden geen uitvoeringen bewaard.</translation>
    </message>
    <message>
        <source>Another program keeps the history busy.</source>
        <translation>Een ander programma houdt de geschiedenis bezet.</translation>
    </message>
    <message>
        <source>The runs are kept in memory and written once it is free.</source>
        <translation>De uitvoeringen blijven in het geheugen en worden geschreven zodra de geschiedenis vrij is.</translation>
    </message>
    <message>
        <source>The history was written by a newer version of Sonde.</source>
        <translation>De geschiedenis is gemaakt met een nieuwere versie van Sonde.</translation>
    </message>
    <message>
        <source>It is left as it is, and this version remembers no runs; use the newer version, or move “%1” away.</source>
        <translation>Die blijft ongewijzigd, en deze versie bewaart geen uitvoeringen; gebruik de nieuwere versie of verplaats het bestand “%1”.</translation>
    </message>
    <message>
        <source>The history is damaged.</source>
        <translation>De geschiedenis is beschadigd.</translation>
    </message>
    <message>
        <source>It holds tables of something else.</source>
        <translation>Er staan tabellen van iets anders in.</translation>
    </message>
    <message>
        <source>The history was damaged.</source>
        <translation>De geschiedenis was beschadigd.</translation>
    </message>
    <message>
        <source>Move “%1” away; no runs are remembered until then.</source>
        <translation>Verplaats het bestand “%1”; tot die tijd worden geen uitvoeringen bewaard.</translation>
    </message>
    <message>
        <source>It is kept as “%1”, and a new one was begun.</source>
        <translation>De oude is bewaard als “%1” en er is een nieuwe begonnen.</translation>
    </message>
</context>
<context>
    <name>HistoryEntry</name>
    <message>
        <source>The history keeps the first %L1 characters of a query; %L2 more stood here.</source>
        <extracomment>%L1: how many are kept; %L2: how many were left out</extracomment>
        <translation>De geschiedenis bewaart de eerste %L1 tekens van een query; hier stonden er nog %L2.</translation>
    </message>
</context>
<context>
    <name>HistoryError</name>
    <message>
        <source>The disk of “%1” is full (%2 MB free). Make room: until then the newest runs are kept in memory only.</source>
        <extracomment>%1: a file’s path; %2: megabytes</extracomment>
        <translation>De schijf van “%1” is vol (%2 MB vrij). Maak ruimte: tot die tijd blijven de nieuwste uitvoeringen alleen in het geheugen.</translation>
    </message>
    <message>
        <source>“%1” is on a read-only disk; runs are not remembered until it can be written.</source>
        <translation>“%1” staat op een schijf waarop niet kan worden geschreven; zolang dat zo is, worden uitvoeringen niet bewaard.</translation>
    </message>
    <message>
        <source>You may not write to “%1”; runs are not remembered until you may.</source>
        <translation>Je mag niet schrijven in “%1”; zolang dat zo is, worden uitvoeringen niet bewaard.</translation>
    </message>
    <message>
        <source>The history could not be read or written.</source>
        <translation>De geschiedenis kan niet worden gelezen of geschreven.</translation>
    </message>
    <message>
        <source>Another program keeps “%1” busy; the newest runs are written once it is free.</source>
        <translation>Een ander programma houdt “%1” bezet; de nieuwste uitvoeringen worden geschreven zodra het bestand vrij is.</translation>
    </message>
    <message>
        <source>The history is damaged.</source>
        <translation>De geschiedenis is beschadigd.</translation>
    </message>
    <message>
        <source>Check the disk of “%1”.</source>
        <translation>Controleer de schijf van “%1”.</translation>
    </message>
    <message>
        <source>Move the file “%1” away: the history’s folder belongs in its place.</source>
        <translation>Verplaats het bestand “%1”: op die plaats hoort de map van de geschiedenis.</translation>
    </message>
</context>
<context>
    <name>HttpListener</name>
    <message>
        <source>The certificate “%1” and the key “%2” could not be used.</source>
        <extracomment>%1 and %2: paths of files</extracomment>
        <translation>Het certificaat “%1” en de sleutel “%2” kunnen niet worden gebruikt.</translation>
    </message>
    <message>
        <source>Check that both are PEM files and belong together.</source>
        <translation>Controleer of beide PEM-bestanden zijn en bij elkaar horen.</translation>
    </message>
    <message>
        <source>Port %1 on this machine could not be used.</source>
        <translation>Poort %1 op deze computer kan niet worden gebruikt.</translation>
    </message>
    <message>
        <source>Choose another port, or 0 for any that is free.</source>
        <translation>Kies een andere poort, of 0 voor een willekeurige vrije poort.</translation>
    </message>
</context>
<context>
    <name>Inflater</name>
    <message>
        <source>The packed answer is damaged.</source>
        <translation>Het gecomprimeerde antwoord is beschadigd.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The answer is larger than the %1 MB that are taken.</source>
        <translation>Het antwoord is groter dan de toegestane %1 MB.</translation>
    </message>
    <message>
        <source>Ask for fewer rows or columns.</source>
        <translation>Vraag minder rijen of kolommen op.</translation>
    </message>
    <message>
        <source>The answer is packed as “%1”, which was not asked for.</source>
        <translation>Het antwoord is gecomprimeerd als “%1”; daar is niet om gevraagd.</translation>
    </message>
    <message>
        <source>Ask who runs the server or a proxy on the way.</source>
        <translation>Neem contact op met de beheerder van de server of van een proxy onderweg.</translation>
    </message>
    <message>
        <source>The answer ended before it was whole.</source>
        <translation>Het antwoord hield op voordat het compleet was.</translation>
    </message>
</context>
<context>
    <name>KeptRows</name>
    <message>
        <source>The rows kept with this run could not be read.</source>
        <translation>De rijen die bij deze uitvoering bewaard zijn, konden niet worden gelezen.</translation>
    </message>
    <message>
        <source>Run the query to get them anew.</source>
        <translation>Voer de query uit om ze opnieuw op te halen.</translation>
    </message>
    <message>
        <source>The history</source>
        <translation>De geschiedenis</translation>
    </message>
    <message>
        <source>The rows of this run are no longer kept.</source>
        <translation>De rijen van deze uitvoering worden niet meer bewaard.</translation>
    </message>
</context>
<context>
    <name>KqlFiles</name>
    <message>
        <source>“%1” could not be read.</source>
        <translation>“%1” kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>“%1” is a classic search and was left out.</source>
        <translation>“%1” is een klassieke zoekopdracht en is overgeslagen.</translation>
    </message>
    <message>
        <source>This file is in UTF-16.</source>
        <translation>Dit bestand is in UTF-16.</translation>
    </message>
    <message>
        <source>Save it as UTF-8; only that is written.</source>
        <translation>Sla het op als UTF-8; alleen dat wordt geschreven.</translation>
    </message>
</context>
<context>
    <name>KqlSchemaFile</name>
    <message>
        <source>This is no description of tables.</source>
        <translation>Dit is geen beschrijving van tabellen.</translation>
    </message>
    <message>
        <source>Give JSON with tables, their columns and the types of these: {&quot;Event&quot;: {&quot;TimeGenerated&quot;: &quot;datetime&quot;}}.</source>
        <translation>Geef JSON met tabellen, hun kolommen en de typen daarvan: {&quot;Event&quot;: {&quot;TimeGenerated&quot;: &quot;datetime&quot;}}.</translation>
    </message>
</context>
<context>
    <name>KqlService</name>
    <message>
        <source>This build has no Kusto language service.</source>
        <translation>Deze build heeft geen Kusto-taalservice.</translation>
    </message>
    <message>
        <source>Build Sonde with SONDE_KQL_SERVICE to analyse queries.</source>
        <translation>Bouw Sonde met SONDE_KQL_SERVICE om query&apos;s te analyseren.</translation>
    </message>
    <message>
        <source>The query is nested too deeply to be analysed.</source>
        <translation>De query is te diep genest om te analyseren.</translation>
    </message>
    <message>
        <source>Write it with fewer nested parentheses or shorter chains of “and” and “or”.</source>
        <translation>Gebruik minder geneste haakjes of kortere reeksen met “and” en “or”.</translation>
    </message>
    <message>
        <source>The Kusto language service could not be loaded.</source>
        <translation>De Kusto-taalservice kan niet worden geladen.</translation>
    </message>
    <message>
        <source>Install Sonde again.</source>
        <translation>Installeer Sonde opnieuw.</translation>
    </message>
    <message>
        <source>The tables of this workspace could not be read.</source>
        <translation>De tabellen van deze werkruimte kunnen niet worden gelezen.</translation>
    </message>
    <message>
        <source>Run the query again.</source>
        <translation>Voer de query opnieuw uit.</translation>
    </message>
    <message>
        <source>Analysing the query took too long.</source>
        <translation>Het analyseren van de query duurde te lang.</translation>
    </message>
    <message>
        <source>Shorten the query, for example its long lists of values.</source>
        <translation>Kort de query in, bijvoorbeeld lange lijsten met waarden.</translation>
    </message>
    <message>
        <source>The query could not be analysed.</source>
        <translation>De query kan niet worden geanalyseerd.</translation>
    </message>
    <message>
        <source>Change the query and run it again.</source>
        <translation>Pas de query aan en voer die opnieuw uit.</translation>
    </message>
    <message>
        <source>The query is longer than %1 characters.</source>
        <translation>De query is langer dan %1 tekens.</translation>
    </message>
    <message>
        <source>Shorten it, for example its long lists of values.</source>
        <translation>Kort de query in, bijvoorbeeld lange lijsten met waarden.</translation>
    </message>
</context>
<context>
    <name>KqlTableWriter</name>
    <message>
        <source>There is no KQL datatable without columns.</source>
        <translation>Een KQL-datatable zonder kolommen bestaat niet.</translation>
    </message>
    <message>
        <source>Choose another format.</source>
        <translation>Kies een ander formaat.</translation>
    </message>
</context>
<context>
    <name>LocalSearchRunner</name>
    <message numerus="yes">
        <source>Only the first %Ln row(s) were asked for; there are more.</source>
        <translation>
            <numerusform>Er is alleen om de eerste rij gevraagd; er zijn er meer.</numerusform>
            <numerusform>Er is alleen om de eerste %Ln rijen gevraagd; er zijn er meer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln row(s) are shown: more would fill the memory.</source>
        <translation>
            <numerusform>Alleen de eerste rij wordt getoond: meer zou het geheugen vullen.</numerusform>
            <numerusform>Alleen de eerste %Ln rijen worden getoond: meer zou het geheugen vullen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your tables are searched with KQL only.</source>
        <translation>Eigen tabellen worden alleen met KQL doorzocht.</translation>
    </message>
    <message>
        <source>Convert the search to KQL, or choose another workspace.</source>
        <translation>Zet de zoekopdracht om naar KQL, of kies een andere werkruimte.</translation>
    </message>
    <message>
        <source>Your tables are there until Sonde is closed: open the file as a table again, or query the rows again.</source>
        <translation>Eigen tabellen zijn er tot Sonde wordt gesloten: open het bestand opnieuw als tabel, of bevraag de rijen opnieuw.</translation>
    </message>
    <message>
        <source>The query did not finish within the time limit of %1 s.</source>
        <translation>De query was niet klaar binnen de tijdslimiet van %1 s.</translation>
    </message>
    <message>
        <source>Raise the time limit, or ask for less.</source>
        <translation>Verhoog de tijdslimiet, of vraag minder.</translation>
    </message>
    <message>
        <source>Ask for less.</source>
        <translation>Vraag minder.</translation>
    </message>
</context>
<context>
    <name>LogsDecoder</name>
    <message>
        <source>The answer is not one of the logs query service.</source>
        <translation>Het antwoord is niet afkomstig van de logqueryservice.</translation>
    </message>
    <message>
        <source>Check the address of the connection; a proxy or sign-in page may have answered instead.</source>
        <translation>Controleer het adres van de verbinding; mogelijk heeft een proxy of aanmeldpagina geantwoord.</translation>
    </message>
    <message>
        <source>Unexpected data near byte %1.</source>
        <translation>Onverwachte gegevens rond byte %1.</translation>
    </message>
    <message>
        <source>The answer holds a description that is too large to read.</source>
        <translation>Het antwoord bevat een beschrijving die te groot is om te lezen.</translation>
    </message>
    <message>
        <source>Narrow the query to fewer columns and search again.</source>
        <translation>Beperk de query tot minder kolommen en zoek opnieuw.</translation>
    </message>
    <message>
        <source>The service broke off among the rows, so some may be missing.</source>
        <translation>De service brak midden in de rijen af; er kunnen rijen ontbreken.</translation>
    </message>
    <message>
        <source>Run the query again, or ask over a shorter time range.</source>
        <translation>Voer de query opnieuw uit of kies een korter tijdsbereik.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Het antwoord is leeg.</translation>
    </message>
    <message>
        <source>Search again; if it stays so, check the address of the connection.</source>
        <translation>Zoek opnieuw; controleer het adres van de verbinding als dat niet helpt.</translation>
    </message>
    <message>
        <source>The answer is cut short.</source>
        <translation>Het antwoord is afgebroken.</translation>
    </message>
    <message>
        <source>Search again; the connection may have been lost on the way.</source>
        <translation>Zoek opnieuw; mogelijk is de verbinding onderweg verbroken.</translation>
    </message>
    <message>
        <source>It ends after %1 bytes.</source>
        <translation>Het houdt op na %1 bytes.</translation>
    </message>
    <message>
        <source>The service reported an error without saying which.</source>
        <translation>De service meldde een fout zonder te zeggen welke.</translation>
    </message>
</context>
<context>
    <name>MetadataAnswer</name>
    <message>
        <source>The workspace’s list of tables could not be read.</source>
        <translation>De lijst met tabellen van de werkruimte kon niet worden gelezen.</translation>
    </message>
    <message>
        <source>Refresh the tables in a few minutes.</source>
        <translation>Vernieuw de tabellen over een paar minuten.</translation>
    </message>
</context>
<context>
    <name>ParquetWriter</name>
    <message>
        <source>The rows could not be written.</source>
        <translation>De rijen konden niet worden geschreven.</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>De export is gestopt.</translation>
    </message>
    <message>
        <source>A Parquet file needs at least one column.</source>
        <translation>Een Parquet-bestand heeft minstens één kolom nodig.</translation>
    </message>
    <message>
        <source>This build of Sonde cannot write Parquet.</source>
        <translation>Deze bouw van Sonde kan geen Parquet schrijven.</translation>
    </message>
    <message>
        <source>Choose another format, such as CSV.</source>
        <translation>Kies een andere vorm, zoals CSV.</translation>
    </message>
</context>
<context>
    <name>PatternSearch</name>
    <message>
        <source>There is nothing to look for.</source>
        <translation>Er is niets om naar te zoeken.</translation>
    </message>
    <message>
        <source>Not a regular expression: %1, at character %2</source>
        <extracomment>%1: what is wrong with a regular expression; %2: at which of its characters</extracomment>
        <translation>Geen reguliere expressie: %1, bij teken %2</translation>
    </message>
    <message>
        <source>The expression has too many ways to match; say more exactly what is meant.</source>
        <translation>De expressie kan op te veel manieren passen; zeg preciezer wat er bedoeld is.</translation>
    </message>
</context>
<context>
    <name>QueryAdvice</name>
    <message>
        <source>“%1” has no condition on TimeGenerated, where another table of the query has one. It is read over the whole time range.</source>
        <extracomment>%1: the name of a table</extracomment>
        <translation>“%1” heeft geen voorwaarde op TimeGenerated, terwijl een andere tabel van de query die wel heeft. Ze wordt over het hele tijdsbereik gelezen.</translation>
    </message>
    <message>
        <source>“%1” is read over %2 days. Beyond 15 the service counts a query as excessive, and beyond 90 it may slow it down.</source>
        <extracomment>%1: the name of a table; %2: how many days</extracomment>
        <translation>“%1” wordt over %2 dagen gelezen. Boven de 15 geldt een query bij de service als buitensporig, en boven de 90 kan ze worden afgeremd.</translation>
    </message>
    <message>
        <source>This search reads every table of the workspace. Name those it is about: search in (Event, Syslog) …</source>
        <translation>Deze zoekopdracht leest elke tabel van de werkruimte. Noem de tabellen waar het om gaat: search in (Event, Syslog) …</translation>
    </message>
    <message>
        <source>“%1” reads every value. Where whole words are meant, “has” finds them through the index.</source>
        <extracomment>%1: an operator, such as contains or !contains</extracomment>
        <translation>“%1” leest elke waarde. Waar hele woorden bedoeld zijn, vindt “has” ze via de index.</translation>
    </message>
    <message>
        <source>The query asks more than 5 workspaces. From here on the service counts it as excessive: it takes much longer, and may be slowed down.</source>
        <translation>De query bevraagt meer dan 5 werkruimten. Vanaf hier geldt ze bij de service als buitensporig: ze duurt veel langer en kan worden afgeremd.</translation>
    </message>
    <message>
        <source>A table without a condition on the time</source>
        <translation>Een tabel zonder voorwaarde op de tijd</translation>
    </message>
    <message>
        <source>More than 15 days</source>
        <translation>Meer dan 15 dagen</translation>
    </message>
    <message>
        <source>A search through all tables</source>
        <translation>Een zoekopdracht door alle tabellen</translation>
    </message>
    <message>
        <source>“contains” where “has” would do</source>
        <translation>“contains” waar “has” volstaat</translation>
    </message>
    <message>
        <source>More than 5 workspaces</source>
        <translation>Meer dan 5 werkruimten</translation>
    </message>
    <message>
        <source>“%1” has no TimeGenerated: no time range applies to it, and all of it is read.</source>
        <extracomment>%1: the name of a table</extracomment>
        <translation>“%1” heeft geen TimeGenerated: er geldt geen tijdsbereik voor, en de hele tabel wordt gelezen.</translation>
    </message>
    <message>
        <source>All of a table without TimeGenerated</source>
        <translation>De hele tabel zonder TimeGenerated</translation>
    </message>
</context>
<context>
    <name>QueryCheck</name>
    <message>
        <source>The query holds a NUL character, which no service reads.</source>
        <translation>De query bevat een NUL-teken; geen enkele service kan dat lezen.</translation>
    </message>
    <message>
        <source>Delete it and run the query again.</source>
        <translation>Verwijder het en voer de query opnieuw uit.</translation>
    </message>
    <message>
        <source>The query holds half of a character, which no service reads.</source>
        <translation>De query bevat een half teken; geen enkele service kan dat lezen.</translation>
    </message>
    <message>
        <source>There is no query.</source>
        <translation>Er is geen query.</translation>
    </message>
    <message>
        <source>Type one and run it.</source>
        <translation>Typ een query en voer die uit.</translation>
    </message>
    <message>
        <source>The query is longer than 10 million characters.</source>
        <translation>De query is langer dan 10 miljoen tekens.</translation>
    </message>
    <message>
        <source>Put long lists into a table of the workspace.</source>
        <translation>Zet lange lijsten in een tabel van de werkruimte.</translation>
    </message>
    <message>
        <source>A row limit of %L1 gives no rows.</source>
        <translation>Een rijlimiet van %L1 levert geen rijen op.</translation>
    </message>
    <message>
        <source>Ask for one row or more.</source>
        <translation>Vraag minstens één rij op.</translation>
    </message>
    <message>
        <source>A row limit of %L1 is more than a service can count.</source>
        <translation>Een rijlimiet van %L1 is meer dan een service kan tellen.</translation>
    </message>
    <message>
        <source>Ask for at most %L1 rows, or set no limit.</source>
        <translation>Vraag hoogstens %L1 rijen op of stel geen limiet in.</translation>
    </message>
    <message>
        <source>A time limit of %1 s cannot be asked for.</source>
        <translation>Een tijdslimiet van %1 s is niet mogelijk.</translation>
    </message>
    <message>
        <source>Choose 1 to %1 s.</source>
        <extracomment>%1: seconds</extracomment>
        <translation>Kies 1 tot en met %1 s.</translation>
    </message>
    <message>
        <source>“%1” is not text in UTF-8.</source>
        <translation>“%1” is geen tekst in UTF-8.</translation>
    </message>
    <message>
        <source>Save it as UTF-8 and try again.</source>
        <translation>Sla het op als UTF-8 en probeer het opnieuw.</translation>
    </message>
</context>
<context>
    <name>QueryFile</name>
    <message>
        <source>“%1” is UTF-16, not UTF-8.</source>
        <translation>“%1” is UTF-16, geen UTF-8.</translation>
    </message>
    <message>
        <source>“%1” is not UTF-8, so its characters cannot be told.</source>
        <translation>“%1” is geen UTF-8, dus de tekens zijn niet te herkennen.</translation>
    </message>
    <message>
        <source>Save it as UTF-8 in the program that made it, and open it again.</source>
        <translation>Sla het bestand als UTF-8 op in het programma waarmee het is gemaakt en open het opnieuw.</translation>
    </message>
    <message>
        <source>“%1” could not be opened.</source>
        <translation>“%1” kan niet worden geopend.</translation>
    </message>
    <message>
        <source>Check that the file is there and that you may read it.</source>
        <translation>Controleer of het bestand bestaat en of je het mag lezen.</translation>
    </message>
    <message>
        <source>“%1” is too large to be a query.</source>
        <translation>“%1” is te groot voor een query.</translation>
    </message>
    <message>
        <source>Choose a file of at most 16 MB.</source>
        <translation>Kies een bestand van hoogstens 16 MB.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>“%1” kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>Check the disk or the network drive, and open it again.</source>
        <translation>Controleer de schijf of het netwerkstation en open het bestand opnieuw.</translation>
    </message>
    <message>
        <source>The query has half a character, which no file can hold.</source>
        <translation>De query bevat een half teken, en dat kan in geen enkel bestand worden opgeslagen.</translation>
    </message>
    <message>
        <source>Remove it (it shows as a box or a question mark) and save again.</source>
        <translation>Verwijder het (het is te zien als een blokje of een vraagteken) en sla opnieuw op.</translation>
    </message>
    <message>
        <source>A surrogate of UTF-16 without its other half.</source>
        <translation>Een UTF-16-surrogaat zonder zijn andere helft.</translation>
    </message>
</context>
<context>
    <name>QueryParameters</name>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1” is geen getal.</translation>
    </message>
    <message>
        <source>Write it as 42, -7 or 1.5.</source>
        <translation>Schrijf het als 42, -7 of 1.5.</translation>
    </message>
    <message>
        <source>“%1” is too large.</source>
        <translation>“%1” is te groot.</translation>
    </message>
    <message>
        <source>A whole number has at most 64 bits.</source>
        <translation>Een geheel getal heeft hoogstens 64 bits.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>“%1” is geen geheel getal.</translation>
    </message>
    <message>
        <source>The query declares it as %1.</source>
        <translation>De query declareert het als %1.</translation>
    </message>
    <message>
        <source>“%1” is no date and time.</source>
        <translation>“%1” is geen datum en tijd.</translation>
    </message>
    <message>
        <source>Write it as 2026-11-22 or 2026-11-22T16:02:00Z; without a zone it is UTC.</source>
        <translation>Schrijf het als 2026-11-22 of 2026-11-22T16:02:00Z; zonder zone is het UTC.</translation>
    </message>
    <message>
        <source>“%1” is no timespan.</source>
        <translation>“%1” is geen timespan.</translation>
    </message>
    <message>
        <source>Write it as 90s, 30m, 1h30m, 7d or 1.02:30:00.</source>
        <translation>Schrijf hem als 90s, 30m, 1h30m, 7d of 1.02:30:00.</translation>
    </message>
    <message>
        <source>The quote is not closed.</source>
        <translation>Het aanhalingsteken wordt niet gesloten.</translation>
    </message>
    <message>
        <source>Write a list as web01, web02; quotes within quotes are doubled.</source>
        <translation>Schrijf een lijst als web01, web02; aanhalingstekens tussen aanhalingstekens worden verdubbeld.</translation>
    </message>
    <message>
        <source>A comma is missing before “%1”.</source>
        <translation>Vóór “%1” ontbreekt een komma.</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>De lijst is leeg.</translation>
    </message>
    <message>
        <source>“%1” is no JSON.</source>
        <translation>“%1” is geen JSON.</translation>
    </message>
    <message>
        <source>Write it as [1, 2] or {&quot;name&quot;: &quot;value&quot;}.</source>
        <translation>Schrijf het als [1, 2] of {&quot;naam&quot;: &quot;waarde&quot;}.</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false.</source>
        <translation>“%1” is true noch false.</translation>
    </message>
    <message>
        <source>“%1” is no GUID.</source>
        <translation>“%1” is geen GUID.</translation>
    </message>
    <message>
        <source>Write it as 74be27de-1e4e-49d9-b579-fe0b331d3642.</source>
        <translation>Schrijf hem als 74be27de-1e4e-49d9-b579-fe0b331d3642.</translation>
    </message>
    <message>
        <source>The query needs a value for “%1”.</source>
        <translation>De query heeft een waarde voor “%1” nodig.</translation>
    </message>
    <message>
        <source>The value is too long: it has more than %L1 characters.</source>
        <translation>De waarde is te lang: meer dan %L1 tekens.</translation>
    </message>
    <message>
        <source>Give a shorter one, or write it into the query itself.</source>
        <translation>Geef een kortere op, of schrijf de waarde in de query zelf.</translation>
    </message>
</context>
<context>
    <name>RawAnswer</name>
    <message>
        <source>“%1” is not an answer of the service.</source>
        <translation>“%1” is geen antwoord van de service.</translation>
    </message>
    <message>
        <source>Give the body of an answer as it came, or a result that Sonde saved.</source>
        <translation>Geef de inhoud van een antwoord zoals het kwam, of een resultaat dat Sonde heeft opgeslagen.</translation>
    </message>
    <message>
        <source>“%1” is too large for a classic answer.</source>
        <translation>“%1” is te groot voor een klassiek antwoord.</translation>
    </message>
    <message>
        <source>Open only answers of at most 1 GB.</source>
        <translation>Open alleen antwoorden van ten hoogste 1 GB.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>“%1” does not hold a whole answer of the service.</source>
        <translation>“%1” bevat geen volledig antwoord van de service.</translation>
    </message>
    <message>
        <source>Store the answer again, or run its query again.</source>
        <translation>Bewaar het antwoord opnieuw, of voer de query opnieuw uit.</translation>
    </message>
    <message numerus="yes">
        <source>The answer breaks off after %Ln row(s).</source>
        <translation>
            <numerusform>Het antwoord breekt af na %Ln rij.</numerusform>
            <numerusform>Het antwoord breekt af na %Ln rijen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 matching records are here.</source>
        <extracomment>%L1: how many came; %L2: how many match</extracomment>
        <translation>Opgehaald: %L1 van %L2 gevonden records.</translation>
    </message>
    <message>
        <source>The service was still searching when it gave this answer.</source>
        <translation>De service was nog aan het zoeken toen het dit antwoord gaf.</translation>
    </message>
    <message>
        <source>A part of the service’s index did not answer, so records may be missing.</source>
        <translation>Een deel van de index van de service antwoordde niet; er kunnen records ontbreken.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>“%1” kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>Try again, or copy the file to another disk.</source>
        <translation>Probeer het opnieuw, of kopieer het bestand naar een andere schijf.</translation>
    </message>
</context>
<context>
    <name>ReferenceWords</name>
    <message>
        <source>cloud</source>
        <translation>cloud</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>tenant</translation>
    </message>
    <message>
        <source>workspace id</source>
        <translation>werkruimte-id</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>abonnement</translation>
    </message>
    <message>
        <source>resource group</source>
        <translation>resourcegroep</translation>
    </message>
    <message>
        <source>workspace name</source>
        <translation>werkruimtenaam</translation>
    </message>
    <message>
        <source>Filled in: %1.</source>
        <extracomment>%1: a list of the names of fields</extracomment>
        <translation>Ingevuld: %1.</translation>
    </message>
</context>
<context>
    <name>ResultFile</name>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Het bestand “%1” bestaat niet.</translation>
    </message>
    <message>
        <source>Check the name, or choose another file.</source>
        <translation>Controleer de naam, of kies een ander bestand.</translation>
    </message>
    <message>
        <source>“%1” is not a file.</source>
        <translation>“%1” is geen bestand.</translation>
    </message>
    <message>
        <source>Choose a file with a result.</source>
        <translation>Kies een bestand met een resultaat.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>“%1” kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>Check the file and its permissions.</source>
        <translation>Controleer het bestand en de rechten ervan.</translation>
    </message>
    <message>
        <source>“%1” is not a result that Sonde saved.</source>
        <translation>“%1” is geen resultaat dat Sonde heeft opgeslagen.</translation>
    </message>
    <message>
        <source>Open a file whose name ends in .sonde-result, or an answer of the service.</source>
        <translation>Open een bestand waarvan de naam eindigt op .sonde-result, of een antwoord van de service.</translation>
    </message>
    <message>
        <source>“%1” is cut short: its end is missing.</source>
        <translation>“%1” is afgebroken: het einde ontbreekt.</translation>
    </message>
    <message>
        <source>Copy the file again from where it came, or run its query again.</source>
        <translation>Kopieer het bestand opnieuw van waar het vandaan kwam, of voer de query opnieuw uit.</translation>
    </message>
    <message>
        <source>It ends after %1 bytes.</source>
        <extracomment>%1: a number of bytes</extracomment>
        <translation>Het houdt op na %1 bytes.</translation>
    </message>
    <message>
        <source>“%1” is damaged and was not opened.</source>
        <translation>“%1” is beschadigd en is niet geopend.</translation>
    </message>
    <message>
        <source>“%1” says that it holds more than can be meant.</source>
        <translation>“%1” zegt meer te bevatten dan bedoeld kan zijn.</translation>
    </message>
    <message>
        <source>It was not opened, as it may be meant to do harm; ask who sent it.</source>
        <translation>Het is niet geopend, omdat het bedoeld kan zijn om schade te doen; vraag het aan wie het stuurde.</translation>
    </message>
    <message>
        <source>Try again, or copy the file to another disk.</source>
        <translation>Probeer het opnieuw, of kopieer het bestand naar een andere schijf.</translation>
    </message>
    <message>
        <source>Its line ends were changed on the way, as if it were text.</source>
        <translation>De regeleinden zijn onderweg veranderd, alsof het tekst was.</translation>
    </message>
    <message>
        <source>“%1” was saved by a later Sonde: in format %2, while this one reads %3.</source>
        <extracomment>%1: a file’s name; %2 and %3: versions of the format, as 2</extracomment>
        <translation>“%1” is opgeslagen door een latere Sonde: in indeling %2, terwijl deze %3 leest.</translation>
    </message>
    <message>
        <source>Open it with that version of Sonde.</source>
        <translation>Open het met die versie van Sonde.</translation>
    </message>
    <message>
        <source>Block %1, at byte %2, is not what was written.</source>
        <extracomment>%1: a number, counted from 1; %2: a number of bytes</extracomment>
        <translation>Blok %1, bij byte %2, is niet wat er geschreven is.</translation>
    </message>
    <message>
        <source>Its blocks are not those that were written, or not in their order.</source>
        <translation>De blokken zijn niet die er geschreven zijn, of niet in die volgorde.</translation>
    </message>
    <message>
        <source>Something stands behind its end.</source>
        <translation>Er staat iets achter het einde.</translation>
    </message>
    <message>
        <source>A block could not be unpacked.</source>
        <translation>Een blok kan niet worden gedecomprimeerd.</translation>
    </message>
    <message>
        <source>It holds a block that is not known here.</source>
        <translation>Het bevat een blok dat hier niet bekend is.</translation>
    </message>
    <message>
        <source>Its end tells of other rows than there are.</source>
        <translation>Het einde noemt andere rijen dan er zijn.</translation>
    </message>
    <message>
        <source>What it says of its result could not be read.</source>
        <translation>Wat het over het resultaat zegt, kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>A list of columns could not be read.</source>
        <translation>Een lijst van kolommen kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>A block of rows could not be read.</source>
        <translation>Een blok rijen kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The result is too large for a result file.</source>
        <translation>Het resultaat is te groot voor een resultaatbestand.</translation>
    </message>
    <message>
        <source>Export its rows instead, or ask for fewer rows or columns.</source>
        <translation>Exporteer in plaats daarvan de rijen, of vraag minder rijen of kolommen op.</translation>
    </message>
</context>
<context>
    <name>RowBatchDecoder</name>
    <message>
        <source>The rows of the answer could not be read.</source>
        <translation>De rijen van het antwoord kunnen niet worden gelezen.</translation>
    </message>
    <message>
        <source>Search again; if it stays so, the answer was damaged on its way.</source>
        <translation>Zoek opnieuw; als dit blijft gebeuren, raakt het antwoord onderweg beschadigd.</translation>
    </message>
    <message>
        <source>The answer’s list of columns could not be read.</source>
        <translation>De kolomlijst van het antwoord kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>Search again; if it stays so, the address may not be that of the service.</source>
        <translation>Zoek opnieuw; als dit blijft gebeuren, is het adres misschien niet dat van de service.</translation>
    </message>
    <message>
        <source>Column “%1” has a type that is not known here; it is shown as text.</source>
        <translation>Kolom “%1” heeft een onbekend type; de kolom wordt weergegeven als tekst.</translation>
    </message>
    <message>
        <source>The name of column “%1” holds half a character; it is shown as �.</source>
        <translation>De naam van kolom “%1” bevat een half teken; dat wordt weergegeven als �.</translation>
    </message>
    <message>
        <source>Several columns are named “%1”; in JSON Lines a number tells them apart.</source>
        <translation>Meerdere kolommen heten “%1”; in JSON Lines krijgen ze een nummer om ze te onderscheiden.</translation>
    </message>
    <message>
        <source>The answer holds bytes that are not text; they are shown as �.</source>
        <translation>Het antwoord bevat bytes die geen tekst zijn; ze worden weergegeven als �.</translation>
    </message>
    <message>
        <source>The answer holds something other than a row among its rows; it is left out.</source>
        <translation>Het antwoord bevat tussen de rijen iets wat geen rij is; dat wordt weggelaten.</translation>
    </message>
    <message>
        <source>Some rows have more cells than there are columns; the rest is left out.</source>
        <translation>Sommige rijen hebben meer cellen dan er kolommen zijn; de rest wordt weggelaten.</translation>
    </message>
    <message>
        <source>Some rows have fewer cells than there are columns; the missing ones are empty.</source>
        <translation>Sommige rijen hebben minder cellen dan er kolommen zijn; de ontbrekende cellen zijn leeg.</translation>
    </message>
    <message>
        <source>Some cells of column “%1” are not of its type, %2; they are shown empty.</source>
        <extracomment>%1: a column’s name; %2: KQL’s name of a type, as datetime</extracomment>
        <translation>Sommige cellen in kolom “%1” zijn niet van het type %2; ze worden leeg weergegeven.</translation>
    </message>
    <message>
        <source>Some cells of column “%1” hold half a character; it is shown as �.</source>
        <translation>Sommige cellen in kolom “%1” bevatten een half teken; dat wordt weergegeven als �.</translation>
    </message>
    <message>
        <source>Some numbers of column “%1” are out of range; they are shown as infinite or zero.</source>
        <translation>Sommige getallen in kolom “%1” vallen buiten het bereik; ze worden weergegeven als oneindig of nul.</translation>
    </message>
</context>
<context>
    <name>RowComparison</name>
    <message>
        <source>The two tables have no column in common, so that their rows cannot be compared.</source>
        <translation>De twee tabellen hebben geen gemeenschappelijke kolom, zodat hun rijen niet kunnen worden vergeleken.</translation>
    </message>
    <message>
        <source>A column is the same where its name and its type are.</source>
        <translation>Een kolom is dezelfde als naam en type gelijk zijn.</translation>
    </message>
</context>
<context>
    <name>RowFilter</name>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1” is geen getal.</translation>
    </message>
    <message>
        <source>Type one such as 42 or -0.5.</source>
        <translation>Typ er een zoals 42 of -0.5.</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false.</source>
        <translation>“%1” is noch true noch false.</translation>
    </message>
    <message>
        <source>Type true or false.</source>
        <translation>Typ true of false.</translation>
    </message>
    <message>
        <source>“%1” is no date.</source>
        <translation>“%1” is geen datum.</translation>
    </message>
    <message>
        <source>Type one such as 2026-03-01 14:30.</source>
        <translation>Typ er een zoals 2026-03-01 14:30.</translation>
    </message>
    <message>
        <source>“%1” is no timespan.</source>
        <translation>“%1” is geen timespan.</translation>
    </message>
    <message>
        <source>Type one such as 00:05:00.</source>
        <translation>Typ er een zoals 00:05:00.</translation>
    </message>
    <message>
        <source>The regular expression “%1” is not valid.</source>
        <translation>De reguliere expressie “%1” is niet geldig.</translation>
    </message>
    <message>
        <source>“%1” is no guid.</source>
        <translation>“%1” is geen guid.</translation>
    </message>
    <message>
        <source>Type one such as 74be27de-1e4e-49d9-b579-fe0b331d3642.</source>
        <translation>Typ er een zoals 74be27de-1e4e-49d9-b579-fe0b331d3642.</translation>
    </message>
    <message>
        <source>Values of the type %1 have no order.</source>
        <translation>Waarden van het type %1 hebben geen volgorde.</translation>
    </message>
    <message>
        <source>Compare them with = or !=.</source>
        <translation>Vergelijk ze met = of !=.</translation>
    </message>
    <message>
        <source>The regular expression “%1” takes too long on some cells.</source>
        <translation>De reguliere expressie “%1” duurt te lang bij sommige cellen.</translation>
    </message>
    <message>
        <source>Write it without repetitions within repetitions.</source>
        <translation>Schrijf haar zonder herhalingen binnen herhalingen.</translation>
    </message>
</context>
<context>
    <name>RowsOrigin</name>
    <message>
        <source>partial</source>
        <translation>gedeeltelijk</translation>
    </message>
    <message>
        <source>capped</source>
        <translation>afgekapt</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>volledig</translation>
    </message>
    <message>
        <source>in “%1”</source>
        <extracomment>%1: the name of a connection</extracomment>
        <translation>in “%1”</translation>
    </message>
    <message>
        <source>in “%1” (%2)</source>
        <extracomment>%1: the name of a connection; %2: of its workspace</extracomment>
        <translation>in “%1” (%2)</translation>
    </message>
    <message>
        <source>Opened from “%1”</source>
        <extracomment>%1: a file’s name</extracomment>
        <translation>Geopend uit “%1”</translation>
    </message>
    <message>
        <source>asked on %1</source>
        <extracomment>%1: a date and time, as 21 Nov 2026 16:02 UTC</extracomment>
        <translation>opgevraagd op %1</translation>
    </message>
    <message>
        <source>its query is not known</source>
        <translation>de query is niet bekend</translation>
    </message>
    <message>
        <source>not read to its end</source>
        <translation>niet tot het einde gelezen</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <extracomment>%1: the name or id of a workspace</extracomment>
        <translation>Werkruimte: %1</translation>
    </message>
    <message>
        <source>Saved by %1</source>
        <extracomment>%1: a program and its version, as Sonde 1.0</extracomment>
        <translation>Opgeslagen door %1</translation>
    </message>
    <message numerus="yes">
        <source>All %L1 rows, as they were on %2</source>
        <extracomment>%L1: how many; %2: a date and time, as 21 Nov 2026 16:02 UTC</extracomment>
        <translation>
            <numerusform>%L1 rij, zoals die was op %2</numerusform>
            <numerusform>Alle %L1 rijen, zoals ze waren op %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %L1 of %L2 rows, as they were on %3</source>
        <extracomment>%L1: how many are shown; %L2: how many there were; %3: a date and time, as 21 Nov 2026 16:02 UTC</extracomment>
        <translation>De eerste %L1 van %L2 rijen, zoals ze waren op %3</translation>
    </message>
</context>
<context>
    <name>RunStatus</name>
    <message>
        <source>Preparing the embedded workspace</source>
        <translation>Ingebouwde werkruimte wordt voorbereid</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Bezig met aanmelden</translation>
    </message>
    <message>
        <source>Waiting for the service</source>
        <translation>Wachten op de service</translation>
    </message>
    <message>
        <source>Pending, the service is still searching (look %1)</source>
        <translation>In behandeling, de service zoekt nog (controle %1)</translation>
    </message>
    <message>
        <source>The service asks to wait %1 s before the next request</source>
        <translation>De service vraagt om %1 s te wachten met de volgende aanvraag</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Bezig met ontvangen</translation>
    </message>
    <message>
        <source>Receiving, %1 so far</source>
        <translation>Bezig met ontvangen, tot nu toe %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>%1: a duration in seconds, as 8.3</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>%1: whole minutes; %2: seconds below sixty</extracomment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%L1 of %L2 rows</source>
        <extracomment>%L1: how many are shown; %L2: how many there are</extracomment>
        <translation>%L1 van %L2 rijen</translation>
    </message>
    <message numerus="yes">
        <source>%L1 rows</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>%L1 rij</numerusform>
            <numerusform>%L1 rijen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 UTC</source>
        <extracomment>%1 and %2: the first and last moment of a time range</extracomment>
        <translation>%1 tot %2 UTC</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Bezig met starten</translation>
    </message>
    <message numerus="yes">
        <source>%L1 rows copied</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>%L1 rij gekopieerd</numerusform>
            <numerusform>%L1 rijen gekopieerd</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Bestand lezen</translation>
    </message>
</context>
<context>
    <name>SampleData</name>
    <message>
        <source>The sample data could not be written.</source>
        <translation>De voorbeeldgegevens konden niet worden geschreven.</translation>
    </message>
    <message>
        <source>Check that there is room in the cache folder.</source>
        <translation>Controleer of er genoeg ruimte in de cachemap is.</translation>
    </message>
    <message>
        <source>The sample data could not be written to “%1”.</source>
        <translation>De voorbeeldgegevens konden niet naar “%1” worden geschreven.</translation>
    </message>
    <message>
        <source>Check that there is room in the cache folder and that it is yours to write to.</source>
        <translation>Controleer of er genoeg ruimte in de cachemap is en of je daar mag schrijven.</translation>
    </message>
    <message>
        <source>The sample data has not been built yet.</source>
        <translation>De voorbeeldgegevens zijn nog niet gemaakt.</translation>
    </message>
    <message>
        <source>The sample data is damaged.</source>
        <translation>De voorbeeldgegevens zijn beschadigd.</translation>
    </message>
    <message>
        <source>The folder could not be made.</source>
        <translation>De map kon niet worden gemaakt.</translation>
    </message>
</context>
<context>
    <name>SampleQueries</name>
    <message>
        <source>Errors by computer</source>
        <translation>Fouten per computer</translation>
    </message>
    <message>
        <source>One host writes far more errors than the others: its disk is failing.</source>
        <translation>Eén host meldt veel meer fouten dan de andere: de schijf begeeft het.</translation>
    </message>
    <message>
        <source>Failed logons by address</source>
        <translation>Mislukte aanmeldingen per adres</translation>
    </message>
    <message>
        <source>Addresses of one network try many accounts, once or twice each: a password spray.</source>
        <translation>Adressen uit één netwerk proberen veel accounts, elk een of twee keer: een password spray.</translation>
    </message>
    <message>
        <source>Latency by hour</source>
        <translation>Latentie per uur</translation>
    </message>
    <message>
        <source>Requests take longer and fail more often after a new version went live.</source>
        <translation>Aanvragen duren langer en mislukken vaker sinds een nieuwe versie live staat.</translation>
    </message>
    <message>
        <source>Silent computers</source>
        <translation>Stille computers</translation>
    </message>
    <message>
        <source>Computers send a heartbeat every few minutes; the quietest stand first.</source>
        <translation>Computers sturen om de paar minuten een heartbeat; de stilste staan bovenaan.</translation>
    </message>
    <message>
        <source>Data volume by table</source>
        <translation>Gegevensvolume per tabel</translation>
    </message>
    <message>
        <source>What each table costs: its size over the last 30 days.</source>
        <translation>Wat elke tabel kost: de omvang over de afgelopen 30 dagen.</translation>
    </message>
    <message>
        <source>A classic search</source>
        <translation>Een klassieke zoekopdracht</translation>
    </message>
    <message>
        <source>The language of the Log Search API of 2015: field=value, and records whose fields differ.</source>
        <translation>De taal van de Log Search API uit 2015: veld=waarde, en records met uiteenlopende velden.</translation>
    </message>
</context>
<context>
    <name>SandboxProgram</name>
    <message>
        <source>“%1” is not a valid value of --%2.</source>
        <extracomment>%1: what was given; %2: an option’s name</extracomment>
        <translation>“%1” is geen geldige waarde voor --%2.</translation>
    </message>
    <message>
        <source>--certificate and --key belong together.</source>
        <translation>--certificate en --key horen bij elkaar.</translation>
    </message>
    <message>
        <source>Give both or none.</source>
        <translation>Geef beide op of geen van beide.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>“%1” kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>Serves an invented Log Analytics workspace on this machine: token endpoints, classic search and logs query. Prints one line of JSON with all that a client needs, and ends on SIGTERM.</source>
        <translation>Biedt op deze computer een verzonnen Log Analytics-werkruimte aan: tokeneindpunten, klassiek zoeken en logquery&apos;s. Toont één regel JSON met alles wat een client nodig heeft en stopt bij SIGTERM.</translation>
    </message>
    <message>
        <source>Port on 127.0.0.1; 0 takes any that is free.</source>
        <translation>Poort op 127.0.0.1; 0 neemt een willekeurige vrije poort.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>getal</translation>
    </message>
    <message>
        <source>Rows of all tables together, over 30 days.</source>
        <translation>Rijen van alle tabellen samen, over 30 dagen.</translation>
    </message>
    <message>
        <source>Other data for another number.</source>
        <translation>Een ander getal geeft andere gegevens.</translation>
    </message>
    <message>
        <source>PEM certificate; with --key the sandbox speaks TLS.</source>
        <translation>PEM-certificaat; samen met --key gebruikt de sandbox TLS.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>bestand</translation>
    </message>
    <message>
        <source>PEM key of the certificate.</source>
        <translation>PEM-sleutel van het certificaat.</translation>
    </message>
    <message>
        <source>Does something wrong; may be repeated. One of: %1.</source>
        <translation>Laat iets fout gaan; mag worden herhaald. Een van deze: %1.</translation>
    </message>
    <message>
        <source>name[=value]</source>
        <translation>naam[=waarde]</translation>
    </message>
    <message>
        <source>Serves this JSON as the answer to every logs query.</source>
        <translation>Geeft deze JSON als antwoord op elke logquery.</translation>
    </message>
    <message>
        <source>serve an invented Log Analytics workspace</source>
        <translation>een verzonnen Log Analytics-werkruimte aanbieden</translation>
    </message>
    <message>
        <source>ended by a signal</source>
        <translation>beëindigd door een signaal</translation>
    </message>
    <message>
        <source>could not start</source>
        <translation>kon niet starten</translation>
    </message>
    <message>
        <source>usage</source>
        <translation>verkeerd gebruik</translation>
    </message>
    <message>
        <source>No table “%1” is imported.</source>
        <translation>Er wordt geen tabel “%1” ingelezen.</translation>
    </message>
    <message>
        <source>No table “%1” with a column “%2” is imported.</source>
        <extracomment>%1: a table; %2: a column</extracomment>
        <translation>Er wordt geen tabel “%1” met een kolom “%2” ingelezen.</translation>
    </message>
    <message>
        <source>%1 %: %2 of %3</source>
        <extracomment>%1: a percentage; %2, %3: sizes, such as 20 MB</extracomment>
        <translation>%1 %: %2 van %3</translation>
    </message>
    <message>
        <source>[name=]file</source>
        <translation>[naam=]bestand</translation>
    </message>
    <message>
        <source>Serves a file of yours as a table, too, with --rows 0 alone; may be repeated. CSV, JSON Lines, a JSON array, Parquet, SQLite or .sonde-result; what it was taken for goes to standard error.</source>
        <translation>Serveert ook een bestand van u als tabel, met --rows 0 alleen dat; mag vaker voorkomen. CSV, JSON Lines, een JSON-array, Parquet, SQLite of .sonde-result; waarvoor het is gehouden gaat naar de standaardfout.</translation>
    </message>
    <message>
        <source>[table=]character</source>
        <translation>[tabel=]teken</translation>
    </message>
    <message>
        <source>What parts the cells of a CSV file, where the guess is wrong: a character, or the word tab.</source>
        <translation>Wat de cellen van een CSV-bestand scheidt, waar verkeerd is geraden: een teken, of het woord tab.</translation>
    </message>
    <message>
        <source>What stands around cells of a CSV file, or the word none.</source>
        <translation>Wat om cellen van een CSV-bestand staat, of het woord none.</translation>
    </message>
    <message>
        <source>[table=]yes|no</source>
        <translation>[tabel=]yes|no</translation>
    </message>
    <message>
        <source>Whether a CSV file begins with the names of its columns.</source>
        <translation>Of een CSV-bestand met de namen van zijn kolommen begint.</translation>
    </message>
    <message>
        <source>table.column=type</source>
        <translation>tabel.kolom=type</translation>
    </message>
    <message>
        <source>Type of a column, where the guess is wrong: string, long, real, bool, datetime, timespan, guid, dynamic, int or decimal.</source>
        <translation>Type van een kolom, waar verkeerd is geraden: string, long, real, bool, datetime, timespan, guid, dynamic, int of decimal.</translation>
    </message>
    <message>
        <source>name=number</source>
        <translation>naam=getal</translation>
    </message>
    <message>
        <source>What a caller gets at most, 0 for no limit; may be repeated. As it is: %1.</source>
        <translation>Wat een beller hoogstens krijgt, 0 voor geen grens; mag vaker voorkomen. Zoals het is: %1.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>Tekst wissen</translation>
    </message>
</context>
<context>
    <name>ServiceLimits</name>
    <message>
        <source>“%1” is not a limit the sandbox knows.</source>
        <translation>“%1” is geen grens die de sandbox kent.</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>Gebruik een van: %1.</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>This build has no embedded workspace.</source>
        <translation>Deze build heeft geen ingebouwde werkruimte.</translation>
    </message>
    <message>
        <source>Build Sonde with DuckDB and the Kusto language service to have it.</source>
        <translation>Bouw Sonde met DuckDB en de Kusto-taalservice om die te krijgen.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>“%1” kan niet worden gelezen.</translation>
    </message>
</context>
<context>
    <name>SessionChoice</name>
    <message>
        <source>The running Sonde does not answer; this window has a session of its own, and the tabs of the other one are not in it.</source>
        <translation>De al draaiende Sonde reageert niet; dit venster heeft een eigen sessie, zonder de tabbladen van de andere.</translation>
    </message>
</context>
<context>
    <name>SessionLayout</name>
    <message>
        <source>The file of the window layout is damaged.</source>
        <translation>Het bestand met de vensterindeling is beschadigd.</translation>
    </message>
</context>
<context>
    <name>SettingsStore</name>
    <message>
        <source>The settings could not be written.</source>
        <translation>De instellingen konden niet worden opgeslagen.</translation>
    </message>
    <message>
        <source>Check that “%1” may be written.</source>
        <translation>Controleer of naar “%1” mag worden geschreven.</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Verbose</source>
        <translation>Uitgebreid</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informatie</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Waarschuwing</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fout</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritiek</translation>
    </message>
</context>
<context>
    <name>ShownAnswer</name>
    <message>
        <source>in “%1”</source>
        <extracomment>%1: the name of a connection</extracomment>
        <translation>in “%1”</translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>%1: a date and time of this machine, as 21 Nov 2026 16:02:33</extracomment>
        <translation>van %1</translation>
    </message>
    <message>
        <source>Pinned: stays until its tab or the query’s is closed. Save the result as a file to keep it longer.</source>
        <translation>Vastgepind: blijft tot dit tabblad of dat van de query wordt gesloten. Sla het resultaat op als bestand om het langer te bewaren.</translation>
    </message>
    <message>
        <source>Pinned rows from %1</source>
        <extracomment>%1: a time of day, as 16:02:33</extracomment>
        <translation>Vastgepinde rijen van %1</translation>
    </message>
    <message>
        <source>The run was stopped before its end.</source>
        <translation>De uitvoering is voor het einde gestopt.</translation>
    </message>
    <message numerus="yes">
        <source>Preview: all %L1 rows</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>Voorbeeld: de enige rij</numerusform>
            <numerusform>Voorbeeld: alle %L1 rijen</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview: %L1 of %L2 rows</source>
        <extracomment>%L1: how many are shown; %L2: how many there are</extracomment>
        <translation>Voorbeeld: %L1 van %L2 rijen</translation>
    </message>
    <message>
        <source>Preview: %L1 rows, counting all</source>
        <extracomment>%L1: how many are shown</extracomment>
        <translation>Voorbeeld: %L1 rijen, alle worden geteld</translation>
    </message>
    <message>
        <source>Preview: %L1 rows; all could not be counted: %2</source>
        <extracomment>%L1: how many are shown; %2: a sentence on what went wrong</extracomment>
        <translation>Voorbeeld: %L1 rijen; alle tellen lukte niet: %2</translation>
    </message>
    <message>
        <source>Preview: %L1 rows; all were not counted</source>
        <extracomment>%L1: how many are shown</extracomment>
        <translation>Voorbeeld: %L1 rijen; niet alle zijn geteld</translation>
    </message>
    <message>
        <source>Rows from %1</source>
        <extracomment>%1: a time of day, as 16:02:33</extracomment>
        <translation>Rijen van %1</translation>
    </message>
    <message>
        <source>Stays until its tab is closed or all queries are run again. Pin it to keep it longer.</source>
        <translation>Blijft tot het tabblad wordt gesloten of alle query’s opnieuw worden uitgevoerd. Pin het vast om het langer te bewaren.</translation>
    </message>
</context>
<context>
    <name>SignInError</name>
    <message>
        <source>The client secret is wrong.</source>
        <translation>Het clientgeheim is onjuist.</translation>
    </message>
    <message>
        <source>Enter the value of the secret, not its id, in the connection.</source>
        <translation>Voer in de verbinding de waarde van het geheim in, niet de id ervan.</translation>
    </message>
    <message>
        <source>The client secret has expired.</source>
        <translation>Het clientgeheim is verlopen.</translation>
    </message>
    <message>
        <source>Create a new secret for the application in the Azure portal and enter it in the connection.</source>
        <translation>Maak in de Azure-portal een nieuw geheim voor de toepassing en voer het in de verbinding in.</translation>
    </message>
    <message>
        <source>The sign-in lacks a client secret.</source>
        <translation>Bij de aanmelding ontbreekt een clientgeheim.</translation>
    </message>
    <message>
        <source>Enter the secret in the connection.</source>
        <translation>Voer het geheim in de verbinding in.</translation>
    </message>
    <message>
        <source>The tenant “%1” knows no application “%2”.</source>
        <extracomment>%1: a tenant’s id or domain; %2: an application’s (client) id</extracomment>
        <translation>De tenant “%1” kent geen toepassing “%2”.</translation>
    </message>
    <message>
        <source>Check the application id and the tenant in the connection.</source>
        <translation>Controleer de toepassings-id en de tenant in de verbinding.</translation>
    </message>
    <message>
        <source>The application “%1” is disabled.</source>
        <translation>De toepassing “%1” is uitgeschakeld.</translation>
    </message>
    <message>
        <source>Ask an administrator of the tenant to enable it.</source>
        <translation>Vraag een beheerder van de tenant om die in te schakelen.</translation>
    </message>
    <message>
        <source>There is no tenant “%1” in this cloud.</source>
        <translation>Deze cloud heeft geen tenant “%1”.</translation>
    </message>
    <message>
        <source>Check the tenant and the cloud in the connection.</source>
        <translation>Controleer de tenant en de cloud in de verbinding.</translation>
    </message>
    <message>
        <source>The tenant “%1” belongs to another cloud.</source>
        <translation>De tenant “%1” hoort bij een andere cloud.</translation>
    </message>
    <message>
        <source>Choose the cloud of the tenant in the connection.</source>
        <translation>Kies in de verbinding de cloud van de tenant.</translation>
    </message>
    <message>
        <source>The service that Sonde asks for is not known in the tenant “%1”.</source>
        <translation>De service waar Sonde om vraagt, is onbekend in de tenant “%1”.</translation>
    </message>
    <message>
        <source>Check the cloud and the audience in the connection.</source>
        <translation>Controleer de cloud en de audience in de verbinding.</translation>
    </message>
    <message>
        <source>The audience of the connection is not accepted.</source>
        <translation>De audience van de verbinding wordt niet geaccepteerd.</translation>
    </message>
    <message>
        <source>With token version 2 it must end in “/.default”.</source>
        <translation>Bij tokenversie 2 moet die eindigen op “/.default”.</translation>
    </message>
    <message>
        <source>The account does not exist in the tenant “%1”.</source>
        <translation>Het account bestaat niet in de tenant “%1”.</translation>
    </message>
    <message>
        <source>Check the tenant and the application id in the connection.</source>
        <translation>Controleer de tenant en de toepassings-id in de verbinding.</translation>
    </message>
    <message>
        <source>The certificate of the application is not registered with it.</source>
        <translation>Het certificaat is niet bij de toepassing geregistreerd.</translation>
    </message>
    <message>
        <source>Add the certificate to the application in the Azure portal.</source>
        <translation>Voeg het certificaat in de Azure-portal toe aan de toepassing.</translation>
    </message>
    <message>
        <source>Nobody has consented to the application’s access.</source>
        <translation>Niemand heeft toestemming gegeven voor de toegang van de toepassing.</translation>
    </message>
    <message>
        <source>Ask an administrator of the tenant to grant consent.</source>
        <translation>Vraag een beheerder van de tenant om toestemming te geven.</translation>
    </message>
    <message>
        <source>A conditional-access policy of the tenant does not allow this sign-in.</source>
        <translation>Een beleid van de tenant voor voorwaardelijke toegang staat deze aanmelding niet toe.</translation>
    </message>
    <message>
        <source>Ask an administrator of the tenant.</source>
        <translation>Neem contact op met een beheerder van de tenant.</translation>
    </message>
    <message>
        <source>There were too many sign-ins in a short time.</source>
        <translation>Er waren te veel aanmeldingen in korte tijd.</translation>
    </message>
    <message>
        <source>Wait a minute and try again.</source>
        <translation>Wacht een minuut en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The sign-in service is not available at the moment.</source>
        <translation>De aanmeldservice is op dit moment niet beschikbaar.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>Probeer het over enkele minuten opnieuw.</translation>
    </message>
    <message>
        <source>The client secret was not accepted.</source>
        <translation>Het clientgeheim is niet geaccepteerd.</translation>
    </message>
    <message>
        <source>Enter a valid secret in the connection.</source>
        <translation>Voer in de verbinding een geldig geheim in.</translation>
    </message>
    <message>
        <source>The application may not sign in this way.</source>
        <translation>De toepassing mag zich niet op deze manier aanmelden.</translation>
    </message>
    <message>
        <source>The sign-in was refused.</source>
        <translation>De aanmelding is geweigerd.</translation>
    </message>
    <message>
        <source>See the details, and check the connection.</source>
        <translation>Bekijk de details en controleer de verbinding.</translation>
    </message>
    <message>
        <source>The sign-in address did not answer as a sign-in service does.</source>
        <translation>Het aanmeldadres antwoordde niet zoals een aanmeldservice dat doet.</translation>
    </message>
    <message>
        <source>Check the cloud or the sign-in address in the connection.</source>
        <translation>Controleer de cloud of het aanmeldadres in de verbinding.</translation>
    </message>
    <message>
        <source>Trace id: %1</source>
        <extracomment>%1: an id of Microsoft Entra, for its support</extracomment>
        <translation>Trace-id: %1</translation>
    </message>
    <message>
        <source>Correlation id: %1</source>
        <extracomment>%1: an id of Microsoft Entra, for its support</extracomment>
        <translation>Correlatie-id: %1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <extracomment>%1: when Microsoft Entra answered</extracomment>
        <translation>Tijd: %1</translation>
    </message>
</context>
<context>
    <name>Snippet</name>
    <message>
        <source>The stop ${%1: is not closed with a }.</source>
        <translation>De stop ${%1: wordt niet met een } gesloten.</translation>
    </message>
    <message>
        <source>A stop stands within another one, where it is text.</source>
        <translation>Een stop staat binnen een andere, en is daar tekst.</translation>
    </message>
    <message>
        <source>The stop %1 has two different texts; the first one counts.</source>
        <translation>De stop %1 heeft twee verschillende teksten; de eerste telt.</translation>
    </message>
    <message>
        <source>A snippet needs a name: it is what is typed to find it.</source>
        <translation>Een fragment heeft een naam nodig: die typ je om het te vinden.</translation>
    </message>
    <message>
        <source>A name is one word of letters, digits and underscores, and begins with no digit.</source>
        <translation>Een naam is één woord van letters, cijfers en onderstrepingstekens, en begint niet met een cijfer.</translation>
    </message>
    <message>
        <source>There is a snippet “%1” already.</source>
        <translation>Er is al een fragment “%1”.</translation>
    </message>
    <message>
        <source>It is no object.</source>
        <translation>Het is geen object.</translation>
    </message>
    <message>
        <source>“%1” has no text.</source>
        <translation>“%1” heeft geen tekst.</translation>
    </message>
    <message>
        <source>“%1” has a place that is none of query, pipe and expression.</source>
        <translation>“%1” heeft een plaats die niet query, pipe of expression is.</translation>
    </message>
</context>
<context>
    <name>StandardOutput</name>
    <message>
        <source>Standard output could not be written.</source>
        <translation>Naar de standaarduitvoer kon niet worden geschreven.</translation>
    </message>
</context>
<context>
    <name>TabListing</name>
    <message>
        <source>Running</source>
        <translation>Wordt uitgevoerd</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestopt</translation>
    </message>
    <message>
        <source>%1, partial</source>
        <extracomment>%1: as “1 204 rows”</extracomment>
        <translation>%1, gedeeltelijk</translation>
    </message>
    <message>
        <source>%1, capped</source>
        <extracomment>%1: as “1 204 rows”</extracomment>
        <translation>%1, afgekapt</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>vastgepind</translation>
    </message>
    <message>
        <source>in another window</source>
        <translation>in een ander venster</translation>
    </message>
</context>
<context>
    <name>TimeRange</name>
    <message>
        <source>The time range has no valid start or end.</source>
        <translation>Het tijdsbereik heeft geen geldig begin of einde.</translation>
    </message>
    <message>
        <source>Choose both, such as 2026-11-22 16:00.</source>
        <translation>Kies beide, bijvoorbeeld 2026-11-22 16:00.</translation>
    </message>
    <message>
        <source>The end of the time range is not after its start.</source>
        <translation>Het einde van het tijdsbereik ligt niet na het begin.</translation>
    </message>
    <message>
        <source>Choose an end that is later than the start.</source>
        <translation>Kies een einde dat later is dan het begin.</translation>
    </message>
    <message>
        <source>The time range leaves the years 1 to 9999.</source>
        <translation>Het tijdsbereik valt buiten de jaren 1 tot en met 9999.</translation>
    </message>
    <message>
        <source>Choose a start and an end within them.</source>
        <translation>Kies een begin en een einde binnen die jaren.</translation>
    </message>
    <message>
        <source>“%1” is not a time range.</source>
        <translation>“%1” is geen tijdsbereik.</translation>
    </message>
    <message>
        <source>Write a duration such as 24h or P7D, or START/END with dates such as 2026-11-22T16:00Z.</source>
        <translation>Geef een duur op zoals 24h of P7D, of START/END met datums zoals 2026-11-22T16:00Z.</translation>
    </message>
</context>
<context>
    <name>TourQueries</name>
    <message>
        <source>What there is</source>
        <translation>Wat er is</translation>
    </message>
    <message>
        <source>Every workspace begins with this question: which tables have rows, and how new are they? The star stands for all tables, and “withsource” names the one a row comes from.</source>
        <translation>Elke werkruimte begint met deze vraag: welke tabellen hebben rijen, en hoe nieuw zijn die? De ster staat voor alle tabellen, en “withsource” noemt de tabel waar een rij vandaan komt.</translation>
    </message>
    <message>
        <source>Where the errors come from</source>
        <translation>Waar de fouten vandaan komen</translation>
    </message>
    <message>
        <source>“where” keeps rows, “summarize” counts them, “top” keeps the largest counts. One computer stands out, and its source says disk.</source>
        <translation>“where” houdt rijen over, “summarize” telt ze, “top” houdt de grootste aantallen over. Eén computer springt eruit, en de bron zegt: schijf.</translation>
    </message>
    <message>
        <source>When it began</source>
        <translation>Wanneer het begon</translation>
    </message>
    <message>
        <source>“make-series” counts in steps of equal length and writes a zero where nothing happened. The errors of the failing disk grow from day to day.</source>
        <translation>“make-series” telt in stappen van gelijke lengte en schrijft een nul waar niets gebeurde. De fouten van de haperende schijf nemen van dag tot dag toe.</translation>
    </message>
    <message>
        <source>A password spray</source>
        <translation>Wachtwoorden op goed geluk</translation>
    </message>
    <message>
        <source>Failed logons are everyday life, but not from one network against most accounts. Addresses are grouped by the first 24 bits that they have in common.</source>
        <translation>Mislukte aanmeldingen zijn dagelijkse kost, maar niet vanuit één netwerk op de meeste accounts. Adressen zijn gegroepeerd op de eerste 24 bits die ze gemeen hebben.</translation>
    </message>
    <message>
        <source>The one that got in</source>
        <translation>De ene die binnenkwam</translation>
    </message>
    <message>
        <source>A logon that succeeded from the same network: one password was right. “let” names a value that is used further down.</source>
        <translation>Een aanmelding vanuit hetzelfde netwerk die wel slaagde: één wachtwoord was goed. “let” geeft een waarde een naam, die verderop gebruikt wordt.</translation>
    </message>
    <message>
        <source>The same in the cloud</source>
        <translation>Hetzelfde in de cloud</translation>
    </message>
    <message>
        <source>Sign-ins to the directory hold property bags, whose members follow a dot. The spray comes from one city and from no browser at all.</source>
        <translation>Aanmeldingen bij de directory bevatten verzamelingen eigenschappen, die na een punt volgen. De pogingen komen uit één stad en uit geen enkele browser.</translation>
    </message>
    <message>
        <source>A name in every table</source>
        <translation>Een naam in elke tabel</translation>
    </message>
    <message>
        <source>“search” looks for a word in all columns of all tables. Where the stolen account turns up tells how far its thief went.</source>
        <translation>“search” zoekt een woord in alle kolommen van alle tabellen. Waar het gestolen account opduikt, vertelt hoe ver de dief kwam.</translation>
    </message>
    <message>
        <source>Before and after a release</source>
        <translation>Vóór en na een release</translation>
    </message>
    <message>
        <source>Averages hide what percentiles show: the slowest twentieth of all requests. The new version failed more often as well, and was rolled back.</source>
        <translation>Gemiddelden verbergen wat percentielen tonen: het traagste twintigste deel van alle verzoeken. De nieuwe versie faalde ook vaker, en werd teruggedraaid.</translation>
    </message>
    <message>
        <source>Columns out of a text</source>
        <translation>Kolommen uit een tekst</translation>
    </message>
    <message>
        <source>“parse” takes a message apart along the words that are always the same. What lies between them becomes columns, with the types that you ask for.</source>
        <translation>“parse” haalt een bericht uit elkaar langs de woorden die altijd dezelfde zijn. Wat ertussen ligt wordt kolommen, met de typen die u vraagt.</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>Wat het kost</translation>
    </message>
    <message>
        <source>“as” gives rows a name in the middle of a query, and “toscalar” makes one value of them. So each table’s volume stands beside its part of the whole.</source>
        <translation>“as” geeft rijen midden in een query een naam, en “toscalar” maakt er één waarde van. Zo staat het volume van elke tabel naast zijn deel van het geheel.</translation>
    </message>
</context>
<context>
    <name>TransportError</name>
    <message>
        <source>Check the clock of this machine, then ask who runs the server.</source>
        <translation>Controleer de klok van deze computer en neem daarna contact op met de beheerder van de server.</translation>
    </message>
    <message>
        <source>It is valid from %1 to %2 (UTC), and the clock of this machine says %3: correct the clock if it is wrong, else ask who runs the server.</source>
        <extracomment>%1 and %2: days; %3: the moment it is now</extracomment>
        <translation>Het is geldig van %1 tot %2 (UTC) en de klok van deze computer staat op %3: zet de klok gelijk als die niet klopt, en neem anders contact op met de beheerder van de server.</translation>
    </message>
    <message>
        <source>No secure connection to “%1” could be made.</source>
        <translation>Er kan geen beveiligde verbinding met “%1” worden gemaakt.</translation>
    </message>
    <message>
        <source>Check that the address is right and that nothing on the way breaks TLS.</source>
        <translation>Controleer of het adres klopt en of er onderweg niets is dat TLS verstoort.</translation>
    </message>
    <message>
        <source>No secure connection to “%1” could be made through the proxy “%2”.</source>
        <extracomment>%1: the server; %2: the proxy</extracomment>
        <translation>Er kan geen beveiligde verbinding met “%1” worden gemaakt via de proxy “%2”.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings, or ask who runs it.</source>
        <translation>Controleer de proxy in de instellingen of neem contact op met de beheerder ervan.</translation>
    </message>
    <message>
        <source>If you trust who issued it, add the issuer’s certificate to this machine or name it as an additional CA file in the settings.</source>
        <translation>Als je de uitgever vertrouwt, voeg dan het certificaat van de uitgever toe aan deze computer of geef het in de instellingen op als extra CA-bestand.</translation>
    </message>
    <message>
        <source>Check the address; somebody may stand between you and the server.</source>
        <translation>Controleer het adres; mogelijk zit er iemand tussen deze computer en de server.</translation>
    </message>
    <message>
        <source>Ask who runs the server; nothing was sent.</source>
        <translation>Neem contact op met de beheerder van de server; er is niets verzonden.</translation>
    </message>
    <message>
        <source>of this machine</source>
        <translation>van deze computer</translation>
    </message>
    <message>
        <source>Check the proxy in the settings.</source>
        <translation>Controleer de proxy in de instellingen.</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a user name and a password.</source>
        <translation>De proxy %1 vraagt om een gebruikersnaam en een wachtwoord.</translation>
    </message>
    <message>
        <source>Enter them in the settings, or correct what is there.</source>
        <translation>Voer ze in de instellingen in of corrigeer wat daar staat.</translation>
    </message>
    <message>
        <source>The proxy %1 could not be found.</source>
        <translation>De proxy %1 kan niet worden gevonden.</translation>
    </message>
    <message>
        <source>The proxy %1 refused the connection.</source>
        <translation>De proxy %1 heeft de verbinding geweigerd.</translation>
    </message>
    <message>
        <source>The proxy %1 did not answer in time.</source>
        <translation>De proxy %1 antwoordde niet op tijd.</translation>
    </message>
    <message>
        <source>The proxy %1 did not let the request to “%2” pass.</source>
        <extracomment>%1: the proxy; %2: the server</extracomment>
        <translation>De proxy %1 liet de aanvraag aan “%2” niet door.</translation>
    </message>
    <message>
        <source>The certificate of “%1” is self-signed.</source>
        <translation>Het certificaat van “%1” is zelfondertekend.</translation>
    </message>
    <message>
        <source>The certificate of “%1” was issued by nobody that this machine trusts.</source>
        <translation>Het certificaat van “%1” is uitgegeven door een partij die deze computer niet vertrouwt.</translation>
    </message>
    <message>
        <source>The certificate of “%1” has expired.</source>
        <translation>Het certificaat van “%1” is verlopen.</translation>
    </message>
    <message>
        <source>The certificate of “%1” is not valid yet.</source>
        <translation>Het certificaat van “%1” is nog niet geldig.</translation>
    </message>
    <message>
        <source>The certificate that answered for “%1” belongs to another name.</source>
        <translation>Het certificaat waarmee “%1” antwoordde, hoort bij een andere naam.</translation>
    </message>
    <message>
        <source>The certificate of “%1” was revoked.</source>
        <translation>Het certificaat van “%1” is ingetrokken.</translation>
    </message>
    <message>
        <source>The certificate of “%1” could not be trusted.</source>
        <translation>Het certificaat van “%1” wordt niet vertrouwd.</translation>
    </message>
    <message>
        <source>Check the network connection and try again.</source>
        <translation>Controleer de netwerkverbinding en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The server “%1” could not be found.</source>
        <translation>De server “%1” kan niet worden gevonden.</translation>
    </message>
    <message>
        <source>Check the network connection and the address.</source>
        <translation>Controleer de netwerkverbinding en het adres.</translation>
    </message>
    <message>
        <source>The server “%1” refused the connection.</source>
        <translation>De server “%1” heeft de verbinding geweigerd.</translation>
    </message>
    <message>
        <source>Check the address, or try again later.</source>
        <translation>Controleer het adres of probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>The server “%1” cut the connection.</source>
        <translation>De server “%1” heeft de verbinding verbroken.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The connection to “%1” was cut on its way through the proxy “%2”.</source>
        <extracomment>%1: the server; %2: the proxy</extracomment>
        <translation>De verbinding met “%1” via de proxy “%2” is verbroken.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the proxy in the settings.</source>
        <translation>Probeer het opnieuw; controleer de proxy in de instellingen als dat niet helpt.</translation>
    </message>
    <message>
        <source>The server “%1” did not answer in time.</source>
        <translation>De server “%1” antwoordde niet op tijd.</translation>
    </message>
    <message>
        <source>The redirects of the server “%1” lead nowhere.</source>
        <translation>De omleidingen van de server “%1” lopen dood.</translation>
    </message>
    <message>
        <source>Check the address of the connection; a proxy on the way may have answered instead.</source>
        <translation>Controleer het adres van de verbinding; mogelijk heeft een proxy onderweg geantwoord.</translation>
    </message>
    <message>
        <source>The server “%1” redirected to an address that cannot be read.</source>
        <translation>De server “%1” leidde om naar een onleesbaar adres.</translation>
    </message>
    <message>
        <source>The server “%1” redirected to another server, which was not followed.</source>
        <translation>De server “%1” leidde om naar een andere server; die omleiding is niet gevolgd.</translation>
    </message>
    <message>
        <source>Check the address of the connection.</source>
        <translation>Controleer het adres van de verbinding.</translation>
    </message>
    <message>
        <source>The connection to “%1” failed.</source>
        <translation>De verbinding met “%1” is mislukt.</translation>
    </message>
</context>
<context>
    <name>XlsxWorkbook</name>
    <message>
        <source>The workbook could not be put together.</source>
        <translation>De werkmap kon niet worden samengesteld.</translation>
    </message>
    <message>
        <source>Make room in “%1”, where its rows lie meanwhile, or choose another format.</source>
        <extracomment>%1: a folder</extracomment>
        <translation>Maak ruimte vrij in “%1”, waar de rijen zolang staan, of kies een ander formaat.</translation>
    </message>
</context>
<context>
    <name>XlsxWriter</name>
    <message>
        <source>Connection</source>
        <translation>Verbinding</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Tijdsbereik</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Datetimes in</source>
        <translation>Datum en tijd in</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Cells cut</source>
        <translation>Ingekorte cellen</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) had more than 32,767 characters</source>
        <translation>
            <numerusform>%n cel had meer dan 32.767 tekens</numerusform>
            <numerusform>%n cellen hadden meer dan 32.767 tekens</numerusform>
        </translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>A sheet has room for %1 rows, and these are %2.</source>
        <extracomment>%1 and %2: how many</extracomment>
        <translation>Op een blad passen %1 rijen, en dit zijn er %2.</translation>
    </message>
    <message>
        <source>Choose fewer rows or another format.</source>
        <translation>Kies minder rijen of een ander formaat.</translation>
    </message>
    <message>
        <source>A sheet has room for %1 columns, and these are %2.</source>
        <extracomment>%1 and %2: how many</extracomment>
        <translation>Op een blad passen %1 kolommen, en dit zijn er %2.</translation>
    </message>
    <message>
        <source>Choose fewer columns or another format.</source>
        <translation>Kies minder kolommen of een ander formaat.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultaten</translation>
    </message>
</context>
<context>
    <name>sonde::AboutDialog</name>
    <message>
        <source>About Sonde</source>
        <translation>Over Sonde</translation>
    </message>
    <message>
        <source>&amp;Made of</source>
        <translation>&amp;Onderdelen</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Licenties</translation>
    </message>
    <message>
        <source>&amp;Copy versions</source>
        <translation>&amp;Versies kopiëren</translation>
    </message>
    <message>
        <source>For a report of a fault</source>
        <translation>Handig bij het melden van een fout</translation>
    </message>
    <message>
        <source>Sonde %1</source>
        <extracomment>%1: the version</extracomment>
        <translation>Sonde %1</translation>
    </message>
    <message>
        <source>Searches Azure Log Analytics from the desktop.
Free software under the GNU General Public License, version 3 or later; it comes without any warranty.</source>
        <translation>Doorzoekt Azure Log Analytics vanaf de desktop.
Vrije software onder de GNU General Public License, versie 3 of hoger; zonder enige garantie.</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Onderdelen van het programma</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Onderdeel</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versie</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licentie</translation>
    </message>
    <message>
        <source>Home page</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>A double click opens the home page</source>
        <translation>Dubbelklikken opent de website</translation>
    </message>
</context>
<context>
    <name>sonde::Actions</name>
    <message>
        <source>&amp;New query</source>
        <translation>&amp;Nieuwe query</translation>
    </message>
    <message>
        <source>Open an empty tab</source>
        <translation>Een leeg tabblad openen</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Nieuw &amp;venster</translation>
    </message>
    <message>
        <source>Open another window</source>
        <translation>Nog een venster openen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Openen…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Op&amp;slaan</translation>
    </message>
    <message>
        <source>Write the query to its file</source>
        <translation>De query in het bijbehorende bestand opslaan</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Opslaan a&amp;ls…</translation>
    </message>
    <message>
        <source>Write the query to another file</source>
        <translation>De query in een ander bestand opslaan</translation>
    </message>
    <message>
        <source>Save as &amp;favourite…</source>
        <translation>Opslaan als &amp;favoriet…</translation>
    </message>
    <message>
        <source>Keep the query among the favourites</source>
        <translation>De query bij de favorieten bewaren</translation>
    </message>
    <message>
        <source>Add a connect&amp;ion…</source>
        <translation>Ver&amp;binding toevoegen…</translation>
    </message>
    <message>
        <source>Set up a workspace to search</source>
        <translation>Een werkruimte instellen om in te zoeken</translation>
    </message>
    <message>
        <source>&amp;Manage connections…</source>
        <translation>Verbindingen b&amp;eheren…</translation>
    </message>
    <message>
        <source>Change, copy, order, export or delete connections</source>
        <translation>Verbindingen wijzigen, kopiëren, ordenen, exporteren of verwijderen</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Instellingen…</translation>
    </message>
    <message>
        <source>Network, language, fonts, export</source>
        <translation>Netwerk, taal, lettertypen, export</translation>
    </message>
    <message>
        <source>&amp;Duplicate tab</source>
        <translation>Tabblad &amp;dupliceren</translation>
    </message>
    <message>
        <source>Open the query once more in a tab of its own</source>
        <translation>De query nog een keer openen in een eigen tabblad</translation>
    </message>
    <message>
        <source>Rename ta&amp;b…</source>
        <translation>Tabblad &amp;hernoemen…</translation>
    </message>
    <message>
        <source>Give the tab another name</source>
        <translation>Het tabblad een andere naam geven</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>Tabblad sl&amp;uiten</translation>
    </message>
    <message>
        <source>Close the tab in front</source>
        <translation>Het actieve tabblad sluiten</translation>
    </message>
    <message>
        <source>R&amp;eopen closed tab</source>
        <translation>&amp;Gesloten tabblad opnieuw openen</translation>
    </message>
    <message>
        <source>Bring the tab back that was closed last</source>
        <translation>Het laatst gesloten tabblad terughalen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>Close all windows</source>
        <translation>Alle vensters sluiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>De laatste wijziging terugdraaien</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Opnie&amp;uw</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>De wijziging opnieuw aanbrengen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Kni&amp;ppen</translation>
    </message>
    <message>
        <source>Cut the selected text</source>
        <translation>De geselecteerde tekst knippen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>Copy the selected text or cells</source>
        <translation>De geselecteerde tekst of cellen kopiëren</translation>
    </message>
    <message>
        <source>Copy with &amp;headers</source>
        <translation>&amp;Kopiëren met kolomnamen</translation>
    </message>
    <message>
        <source>Copy the selected cells with the names of their columns</source>
        <translation>De geselecteerde cellen kopiëren, met de namen van hun kolommen</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>P&amp;lakken</translation>
    </message>
    <message>
        <source>Paste into the query</source>
        <translation>In de query plakken</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles selecteren</translation>
    </message>
    <message>
        <source>Select the whole query, or all rows</source>
        <translation>De hele query of alle rijen selecteren</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Zoeken</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Volgende zoeken</translation>
    </message>
    <message>
        <source>Go to the next place</source>
        <translation>Naar de volgende vindplaats gaan</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Vo&amp;rige zoeken</translation>
    </message>
    <message>
        <source>Go to the place before</source>
        <translation>Naar de vorige vindplaats gaan</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Uitvoeren</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>De uitvoering stoppen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporteren…</translation>
    </message>
    <message>
        <source>Write the rows to a file</source>
        <translation>De rijen in een bestand opslaan</translation>
    </message>
    <message>
        <source>Editor or &amp;results</source>
        <translation>Editor of &amp;resultaten</translation>
    </message>
    <message>
        <source>Move the keyboard between query and rows</source>
        <translation>Met het toetsenbord wisselen tussen query en rijen</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>V&amp;olgend tabblad</translation>
    </message>
    <message>
        <source>Go to the tab on the right</source>
        <translation>Naar het tabblad rechts gaan</translation>
    </message>
    <message>
        <source>Pre&amp;vious tab</source>
        <translation>&amp;Vorig tabblad</translation>
    </message>
    <message>
        <source>Go to the tab on the left</source>
        <translation>Naar het tabblad links gaan</translation>
    </message>
    <message>
        <source>Times in &amp;local time</source>
        <translation>Tijden in &amp;lokale tijd</translation>
    </message>
    <message>
        <source>Else times are shown in UTC</source>
        <translation>Anders worden tijden in UTC getoond</translation>
    </message>
    <message>
        <source>&amp;Favourites</source>
        <translation>&amp;Favorieten</translation>
    </message>
    <message>
        <source>Show the kept queries</source>
        <translation>De bewaarde query&apos;s tonen</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Geschiedenis</translation>
    </message>
    <message>
        <source>Show the runs of the past</source>
        <translation>Eerdere uitvoeringen tonen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Inzoomen</translation>
    </message>
    <message>
        <source>Larger text in query and rows</source>
        <translation>Grotere tekst in query en rijen</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Uitzoomen</translation>
    </message>
    <message>
        <source>Smaller text in query and rows</source>
        <translation>Kleinere tekst in query en rijen</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>&amp;Normale grootte</translation>
    </message>
    <message>
        <source>Text as large as in the settings</source>
        <translation>Tekst zo groot als in de instellingen</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>Volledig &amp;scherm</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Het hele scherm gebruiken</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Sneltoetsen</translation>
    </message>
    <message>
        <source>Every key that does something</source>
        <translation>Alle toetsen en wat ze doen</translation>
    </message>
    <message>
        <source>&amp;About Sonde</source>
        <translation>&amp;Over Sonde</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>Versies en licenties</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: what a button does; %2: its keys, as Ctrl+R</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Recent geopend</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>&amp;Query</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Resultaten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Bee&amp;ld</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thema</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Zoals het &amp;systeem</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Licht</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Donker</translation>
    </message>
    <message>
        <source>&amp;Choose the workspace…</source>
        <translation>&amp;Werkruimte kiezen…</translation>
    </message>
    <message>
        <source>Open the list of connections in the toolbar</source>
        <translation>De lijst met verbindingen in de werkbalk openen</translation>
    </message>
    <message>
        <source>Choose the &amp;time range…</source>
        <translation>&amp;Tijdsbereik kiezen…</translation>
    </message>
    <message>
        <source>Open the time range in the toolbar</source>
        <translation>Het tijdsbereik in de werkbalk openen</translation>
    </message>
    <message>
        <source>Sort &amp;by this column</source>
        <translation>Op deze kolom &amp;sorteren</translation>
    </message>
    <message>
        <source>Upwards, downwards, and as the rows came</source>
        <translation>Oplopend, aflopend en zoals de rijen binnenkwamen</translation>
    </message>
    <message>
        <source>Editor or &amp;query options</source>
        <translation>Editor of &amp;queryopties</translation>
    </message>
    <message>
        <source>Move the keyboard between query and the line above it</source>
        <translation>Met het toetsenbord wisselen tussen de query en de regel erboven</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>Hoog &amp;contrast</translation>
    </message>
    <message>
        <source>Stronger colours and frames, light or dark</source>
        <translation>Sterkere kleuren en kaders, licht of donker</translation>
    </message>
    <message>
        <source>&amp;Filter rows</source>
        <translation>Rijen &amp;filteren</translation>
    </message>
    <message>
        <source>Show only rows that have a text or a value</source>
        <translation>Alleen rijen tonen met een tekst of waarde</translation>
    </message>
    <message>
        <source>&amp;Only this value</source>
        <translation>Alleen &amp;deze waarde</translation>
    </message>
    <message>
        <source>Show the rows with the value of this cell in its column</source>
        <translation>De rijen tonen met de waarde van deze cel in haar kolom</translation>
    </message>
    <message>
        <source>&amp;Without this value</source>
        <translation>&amp;Zonder deze waarde</translation>
    </message>
    <message>
        <source>Hide the rows with the value of this cell in its column</source>
        <translation>De rijen verbergen met de waarde van deze cel in haar kolom</translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation>Filters &amp;wissen</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Alle rijen tonen</translation>
    </message>
    <message>
        <source>&amp;Send filters to the query</source>
        <translation>Filters &amp;naar de query</translation>
    </message>
    <message>
        <source>Add the filters to the query as lines that begin with where</source>
        <translation>De filters aan de query toevoegen als regels die met where beginnen</translation>
    </message>
    <message>
        <source>Only these &amp;values, in the query</source>
        <translation>Alleen deze waarden, &amp;in de query</translation>
    </message>
    <message>
        <source>Add the values of the selected cells to the query, as the only ones to keep</source>
        <translation>De waarden van de geselecteerde cellen aan de query toevoegen, als de enige die blijven</translation>
    </message>
    <message>
        <source>Without these val&amp;ues, in the query</source>
        <translation>Zonder deze waarden, in de &amp;query</translation>
    </message>
    <message>
        <source>Add the values of the selected cells to the query, as those to leave out</source>
        <translation>De waarden van de geselecteerde cellen aan de query toevoegen, als die welke wegvallen</translation>
    </message>
    <message>
        <source>Open a query or a result</source>
        <translation>Een query of resultaat openen</translation>
    </message>
    <message>
        <source>Sa&amp;ve result as…</source>
        <translation>Resul&amp;taat opslaan als…</translation>
    </message>
    <message>
        <source>Keep the query and all its rows in a file that opens without a network</source>
        <translation>De query met al haar rijen bewaren in een bestand dat zonder netwerk opent</translation>
    </message>
    <message>
        <source>Look for a text in the query, or in the rows while they have the keyboard</source>
        <translation>Zoek een tekst in de query, of in de rijen als die het toetsenbord hebben</translation>
    </message>
    <message>
        <source>&amp;Go to line or row…</source>
        <translation>&amp;Naar regel of rij…</translation>
    </message>
    <message>
        <source>Put the caret on a line of the query, or go to a row</source>
        <translation>Zet de cursor op een regel van de query, of ga naar een rij</translation>
    </message>
    <message>
        <source>Sort b&amp;y this column as well</source>
        <translation>&amp;Ook op deze kolom sorteren</translation>
    </message>
    <message>
        <source>After the columns that the rows are sorted by already, as Shift and a click</source>
        <translation>Na de kolommen waarop de rijen al gesorteerd zijn, zoals Shift en een klik</translation>
    </message>
    <message>
        <source>Co&amp;lumns…</source>
        <translation>Kolo&amp;mmen…</translation>
    </message>
    <message>
        <source>Go to a column by a part of its name, and choose which are shown</source>
        <translation>Ga naar een kolom met een deel van de naam, en kies welke te zien zijn</translation>
    </message>
    <message>
        <source>H&amp;ide column</source>
        <translation>Kolom &amp;verbergen</translation>
    </message>
    <message>
        <source>Leave the column of this cell out; the list of columns brings it back</source>
        <translation>Laat de kolom van deze cel weg; de lijst van kolommen haalt hem terug</translation>
    </message>
    <message>
        <source>&amp;Group by this column</source>
        <translation>&amp;Groeperen op deze kolom</translation>
    </message>
    <message>
        <source>List its values beside the rows, with how many rows have each; again: no longer</source>
        <translation>Zet de waarden naast de rijen, met hoeveel rijen elk heeft; nogmaals: niet meer</translation>
    </message>
    <message>
        <source>Show the cell in a window of its own, all of it</source>
        <translation>De cel helemaal tonen, in een eigen venster</translation>
    </message>
    <message>
        <source>Time &amp;zone of this tab…</source>
        <translation>Tijd&amp;zone van dit tabblad…</translation>
    </message>
    <message>
        <source>Show the datetimes of this tab in the time of another place</source>
        <translation>Toon de tijdstippen van dit tabblad in de tijd van een andere plaats</translation>
    </message>
    <message>
        <source>&amp;Mark rows by severity</source>
        <translation>Rijen &amp;markeren naar ernst</translation>
    </message>
    <message>
        <source>Before the number of each row, where a column such as Level says it</source>
        <translation>Vóór het nummer van elke rij, als een kolom zoals Level die noemt</translation>
    </message>
    <message>
        <source>Show &amp;the whole value</source>
        <translation>&amp;Hele waarde tonen</translation>
    </message>
    <message>
        <source>Run &amp;again by itself…</source>
        <translation>Vanzelf &amp;opnieuw uitvoeren…</translation>
    </message>
    <message>
        <source>Choose how long after each run the next one follows</source>
        <translation>Kiezen hoe lang na elke keer de volgende komt</translation>
    </message>
    <message>
        <source>&amp;Pin results</source>
        <translation>Resultaten vast&amp;pinnen</translation>
    </message>
    <message>
        <source>Keep them in a tab of their own when the next ones come; again: let go</source>
        <translation>Bewaar ze in een eigen tabblad als de volgende binnenkomen; nogmaals: niet langer</translation>
    </message>
    <message>
        <source>&amp;Compare with pinned…</source>
        <translation>&amp;Vergelijken met vastgepinde…</translation>
    </message>
    <message>
        <source>Mark the rows that only these results have, or only the pinned ones</source>
        <translation>Markeer de rijen die alleen in deze resultaten staan, of alleen in de vastgepinde</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>Vol&amp;gend verschil</translation>
    </message>
    <message>
        <source>Go to the next row that only this table has</source>
        <translation>Ga naar de volgende rij die alleen in deze tabel staat</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>Vo&amp;rig verschil</translation>
    </message>
    <message>
        <source>Go to the row before that only this table has</source>
        <translation>Ga naar de vorige rij die alleen in deze tabel staat</translation>
    </message>
    <message>
        <source>&amp;End comparison</source>
        <translation>Vergelijking &amp;beëindigen</translation>
    </message>
    <message>
        <source>Take the signs of the comparison away</source>
        <translation>Haal de tekens van de vergelijking weg</translation>
    </message>
    <message>
        <source>Compa&amp;rison</source>
        <translation>Verge&amp;lijking</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>V&amp;ervangen…</translation>
    </message>
    <message>
        <source>Put another text in the place of what is found in the query</source>
        <translation>Een andere tekst zetten op de plaats van wat in de query wordt gevonden</translation>
    </message>
    <message>
        <source>Find &amp;in all tabs…</source>
        <translation>Zoeken in alle &amp;tabbladen…</translation>
    </message>
    <message>
        <source>Look for a text in the queries of all tabs</source>
        <translation>Een tekst zoeken in de query’s van alle tabbladen</translation>
    </message>
    <message>
        <source>Run the selected text, or the query at the caret</source>
        <translation>De geselecteerde tekst uitvoeren, of de query bij de cursor</translation>
    </message>
    <message>
        <source>Run a&amp;ll queries</source>
        <translation>Alle query’s uitvo&amp;eren</translation>
    </message>
    <message>
        <source>Run the queries between blank lines one after the other, each into a tab</source>
        <translation>De query’s tussen lege regels na elkaar uitvoeren, elk in een eigen tabblad</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Voorbeeld</translation>
    </message>
    <message>
        <source>Bring the first 50 rows, and the number of all</source>
        <translation>De eerste 50 rijen ophalen, en het aantal van alle</translation>
    </message>
    <message>
        <source>Refresh ta&amp;bles</source>
        <translation>Ta&amp;bellen vernieuwen</translation>
    </message>
    <message>
        <source>Ask the workspace for its tables, columns and functions</source>
        <translation>De werkruimte om haar tabellen, kolommen en functies vragen</translation>
    </message>
    <message>
        <source>T&amp;ables</source>
        <translation>Ta&amp;bellen</translation>
    </message>
    <message>
        <source>Show the tables of the workspace</source>
        <translation>De tabellen van de werkruimte tonen</translation>
    </message>
    <message>
        <source>&amp;Wrap long lines</source>
        <translation>L&amp;ange regels afbreken</translation>
    </message>
    <message>
        <source>Break the lines of the query where the window ends</source>
        <translation>De regels van de query afbreken waar het venster eindigt</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>Re&amp;gels</translation>
    </message>
    <message>
        <source>&amp;More carets</source>
        <translation>&amp;Meer cursors</translation>
    </message>
    <message>
        <source>F&amp;olding</source>
        <translation>&amp;Invouwen</translation>
    </message>
    <message>
        <source>&amp;KQL</source>
        <translation>K&amp;QL</translation>
    </message>
    <message>
        <source>&amp;Complete</source>
        <translation>Aan&amp;vullen</translation>
    </message>
    <message>
        <source>List what could be written at the caret</source>
        <translation>Toon wat er bij de cursor geschreven kan worden</translation>
    </message>
    <message>
        <source>Show p&amp;arameters</source>
        <translation>P&amp;arameters tonen</translation>
    </message>
    <message>
        <source>Show the parameters of the function around the caret</source>
        <translation>Toon de parameters van de functie rond de cursor</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Opmaken</translation>
    </message>
    <message>
        <source>Lay the queries out evenly, or the selected lines</source>
        <translation>Maak de query&apos;s gelijkmatig op, of de geselecteerde regels</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Hernoemen…</translation>
    </message>
    <message>
        <source>Give the name at the caret another one, everywhere in the query</source>
        <translation>Geef de naam bij de cursor een andere, overal in de query</translation>
    </message>
    <message>
        <source>Go to &amp;definition</source>
        <translation>Naar &amp;definitie</translation>
    </message>
    <message>
        <source>Go to where the query makes the name at the caret</source>
        <translation>Ga naar waar de query de naam bij de cursor maakt</translation>
    </message>
    <message>
        <source>&amp;Extract to let</source>
        <translation>Naar &amp;let verplaatsen</translation>
    </message>
    <message>
        <source>Make a variable of the selected expression</source>
        <translation>Maak een variabele van de geselecteerde expressie</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>Vol&amp;gend probleem</translation>
    </message>
    <message>
        <source>Go to the next place where something is wrong</source>
        <translation>Ga naar de volgende plaats waar iets mis is</translation>
    </message>
    <message>
        <source>Pre&amp;vious problem</source>
        <translation>Vor&amp;ig probleem</translation>
    </message>
    <message>
        <source>Go to the place before where something is wrong</source>
        <translation>Ga naar de vorige plaats waar iets mis is</translation>
    </message>
    <message>
        <source>List of &amp;problems</source>
        <translation>Lijst van &amp;problemen</translation>
    </message>
    <message>
        <source>Show what is wrong with the queries, below them</source>
        <translation>Toon wat er mis is met de query&apos;s, eronder</translation>
    </message>
    <message>
        <source>D&amp;ocumentation</source>
        <translation>Do&amp;cumentatie</translation>
    </message>
    <message>
        <source>Open Microsoft’s page about the word at the caret</source>
        <translation>Open de pagina van Microsoft over het woord bij de cursor</translation>
    </message>
    <message>
        <source>&amp;Comment or not</source>
        <translation>&amp;Commentaar of niet</translation>
    </message>
    <message>
        <source>Make comments of the lines, or take the signs of comments away</source>
        <translation>Van de regels commentaar maken, of de commentaartekens weghalen</translation>
    </message>
    <message>
        <source>Make co&amp;mments</source>
        <translation>Commentaar &amp;maken</translation>
    </message>
    <message>
        <source>Put the sign of a comment before the lines</source>
        <translation>Een commentaarteken voor de regels zetten</translation>
    </message>
    <message>
        <source>&amp;Uncomment</source>
        <translation>Commentaar &amp;weghalen</translation>
    </message>
    <message>
        <source>Take the sign of a comment away from the lines</source>
        <translation>Het commentaarteken van de regels weghalen</translation>
    </message>
    <message>
        <source>New line with &amp;pipe</source>
        <translation>Nieuwe regel met &amp;pipe</translation>
    </message>
    <message>
        <source>Begin a line below with a pipe, indented as the others</source>
        <translation>Eronder een regel beginnen met een pipe, ingesprongen als de andere</translation>
    </message>
    <message>
        <source>Mo&amp;ve lines up</source>
        <translation>Regels &amp;omhoog verplaatsen</translation>
    </message>
    <message>
        <source>Move the lines above the line before them</source>
        <translation>De regels boven de regel ervoor zetten</translation>
    </message>
    <message>
        <source>Move lines &amp;down</source>
        <translation>Regels om&amp;laag verplaatsen</translation>
    </message>
    <message>
        <source>Move the lines below the line after them</source>
        <translation>De regels onder de regel erna zetten</translation>
    </message>
    <message>
        <source>C&amp;opy lines up</source>
        <translation>Regels naar boven &amp;kopiëren</translation>
    </message>
    <message>
        <source>Put a copy of the lines above them</source>
        <translation>Een kopie van de regels erboven zetten</translation>
    </message>
    <message>
        <source>Copy lines do&amp;wn</source>
        <translation>Regels naar &amp;beneden kopiëren</translation>
    </message>
    <message>
        <source>Put a copy of the lines below them</source>
        <translation>Een kopie van de regels eronder zetten</translation>
    </message>
    <message>
        <source>De&amp;lete lines</source>
        <translation>Regels &amp;verwijderen</translation>
    </message>
    <message>
        <source>Delete the lines</source>
        <translation>De regels verwijderen</translation>
    </message>
    <message>
        <source>Caret at the &amp;next same word</source>
        <translation>Cursor bij het volgende &amp;zelfde woord</translation>
    </message>
    <message>
        <source>Select the word; again: the next place that has it, too</source>
        <translation>Het woord selecteren; nog eens: ook de volgende plaats met dat woord</translation>
    </message>
    <message>
        <source>Caret on the line &amp;above</source>
        <translation>Cursor op de regel &amp;erboven</translation>
    </message>
    <message>
        <source>Type on the line above as well; Esc leaves one caret</source>
        <translation>Ook op de regel erboven typen; Esc laat één cursor over</translation>
    </message>
    <message>
        <source>Caret on the line &amp;below</source>
        <translation>Cursor op de regel er&amp;onder</translation>
    </message>
    <message>
        <source>Type on the line below as well; Esc leaves one caret</source>
        <translation>Ook op de regel eronder typen; Esc laat één cursor over</translation>
    </message>
    <message>
        <source>&amp;Fold or unfold</source>
        <translation>&amp;In- of uitvouwen</translation>
    </message>
    <message>
        <source>Fold the query or the brackets around the caret into one line, or unfold them</source>
        <translation>De query of de haakjes rond de cursor tot één regel invouwen, of weer uitvouwen</translation>
    </message>
    <message>
        <source>Fold or unfold &amp;all</source>
        <translation>&amp;Alles in- of uitvouwen</translation>
    </message>
    <message>
        <source>Fold every query into its first line, or unfold all</source>
        <translation>Elke query tot de eerste regel invouwen, of alles uitvouwen</translation>
    </message>
    <message>
        <source>Convert to &amp;KQL…</source>
        <translation>Omzetten naar &amp;KQL…</translation>
    </message>
    <message>
        <source>Show the classic search as KQL, before anything is replaced</source>
        <translation>Laat de klassieke zoekopdracht als KQL zien, voordat er iets wordt vervangen</translation>
    </message>
    <message>
        <source>Only a search in the classic language can be converted</source>
        <translation>Alleen een zoekopdracht in de klassieke taal kan worden omgezet</translation>
    </message>
    <message>
        <source>&amp;Pin tab</source>
        <translation>Tabblad vast&amp;pinnen</translation>
    </message>
    <message>
        <source>Keep the tab before the others, and open when they are closed</source>
        <translation>Het tabblad vóór de andere houden, en open als die worden gesloten</translation>
    </message>
    <message>
        <source>Detac&amp;h tab</source>
        <translation>Tabblad los&amp;maken</translation>
    </message>
    <message>
        <source>Move the tab into a window of its own, with its run and its rows</source>
        <translation>Het tabblad naar een eigen venster verplaatsen, met de uitvoering en de rijen</translation>
    </message>
    <message>
        <source>All ta&amp;bs…</source>
        <translation>All&amp;e tabbladen…</translation>
    </message>
    <message>
        <source>Go to a tab of any window by a part of its title or query</source>
        <translation>Naar een tabblad van een van de vensters gaan met een deel van de titel of de query</translation>
    </message>
    <message>
        <source>&amp;Tour of the sample data</source>
        <translation>&amp;Rondleiding door de voorbeeldgegevens</translation>
    </message>
    <message>
        <source>Ten queries, each explained in two sentences</source>
        <translation>Tien query’s, elk in twee zinnen uitgelegd</translation>
    </message>
    <message>
        <source>Open as tab&amp;le…</source>
        <translation>Openen als &amp;KQL-tabel…</translation>
    </message>
    <message>
        <source>Search files with KQL: CSV, JSON, Parquet, SQLite, saved results</source>
        <translation>Doorzoek bestanden met KQL: CSV, JSON, Parquet, SQLite, bewaarde resultaten</translation>
    </message>
    <message>
        <source>&amp;Query these rows</source>
        <translation>Deze rijen &amp;bevragen</translation>
    </message>
    <message>
        <source>Make a table of the rows, and open a query on it</source>
        <translation>Maak van de rijen een tabel, en open er een query op</translation>
    </message>
</context>
<context>
    <name>sonde::AnswerJob</name>
    <message>
        <source>The answer is “%1” and not JSON.</source>
        <translation>Het antwoord is “%1” en geen JSON.</translation>
    </message>
    <message>
        <source>A proxy or a sign-in page may stand between you and the service; check the address of the connection.</source>
        <translation>Mogelijk zit er een proxy of een aanmeldpagina tussen; controleer het adres van de verbinding.</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <extracomment>%1: an id of the service, for its support</extracomment>
        <translation>Aanvraag-id: %1</translation>
    </message>
</context>
<context>
    <name>sonde::AutoRefresh</name>
    <message>
        <source>No longer: the last run failed or was stopped.</source>
        <translation>Niet meer: de laatste keer mislukte of werd gestopt.</translation>
    </message>
    <message>
        <source>Begins with the first run.</source>
        <translation>Begint met de eerste keer.</translation>
    </message>
    <message>
        <source>Waits: this is not what was run last.</source>
        <translation>Wacht: dit is niet wat het laatst werd uitgevoerd.</translation>
    </message>
    <message>
        <source>Next run at %1.</source>
        <extracomment>%1: a time of the day</extracomment>
        <translation>Volgende keer om %1.</translation>
    </message>
    <message>
        <source>Waits until the message below is closed.</source>
        <translation>Wacht tot de melding hieronder is gesloten.</translation>
    </message>
</context>
<context>
    <name>sonde::AzureNetwork</name>
    <message>
        <source>The password of the proxy could not be read. %1</source>
        <translation>Het wachtwoord van de proxy kan niet worden gelezen. %1</translation>
    </message>
</context>
<context>
    <name>sonde::ClassicSearch</name>
    <message>
        <source>The service is still searching but did not say how to ask for the rest.</source>
        <translation>De service is nog aan het zoeken, maar gaf niet aan hoe de rest kan worden opgevraagd.</translation>
    </message>
    <message>
        <source>Run the search again.</source>
        <translation>Voer de zoekopdracht opnieuw uit.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>The service no longer has this search: it keeps one for 6 minutes.</source>
        <translation>De service heeft deze zoekopdracht niet meer: zoekopdrachten worden 6 minuten bewaard.</translation>
    </message>
    <message>
        <source>This service was switched off in 2019.</source>
        <translation>Deze service is in 2019 stopgezet.</translation>
    </message>
    <message>
        <source>Write the query in KQL and run that.</source>
        <translation>Schrijf de query in KQL en voer die uit.</translation>
    </message>
    <message>
        <source>Run it as KQL.</source>
        <translation>Voer de zoekopdracht uit als KQL.</translation>
    </message>
    <message>
        <source>The service did not finish within the 6 minutes for which it keeps a search.</source>
        <translation>De service was niet klaar binnen de 6 minuten dat een zoekopdracht wordt bewaard.</translation>
    </message>
    <message>
        <source>Search again, perhaps over a shorter time range.</source>
        <translation>Zoek opnieuw, eventueel met een korter tijdsbereik.</translation>
    </message>
    <message>
        <source>%L1 of %L2 matching records are here: no more were asked for.</source>
        <extracomment>%L1: how many came; %L2: how many match</extracomment>
        <translation>Opgehaald: %L1 van %L2 gevonden records; om meer is niet gevraagd.</translation>
    </message>
    <message>
        <source>%L1 of %L2 matching records are here: the service returns at most %L3 at a time, though %L4 were asked for.</source>
        <extracomment>%L1: how many came; %L2: how many match; %L3: the service’s limit; %L4: how many were asked for</extracomment>
        <translation>Opgehaald: %L1 van %L2 gevonden records; de service geeft er hoogstens %L3 tegelijk, ook al is om %L4 gevraagd.</translation>
    </message>
    <message>
        <source>%L1 of %L2 matching records are here.</source>
        <extracomment>%L1: how many came; %L2: how many match</extracomment>
        <translation>Opgehaald: %L1 van %L2 gevonden records.</translation>
    </message>
    <message>
        <source>A part of the service’s index did not answer, so records may be missing.</source>
        <translation>Een deel van de index van de service antwoordde niet; er kunnen records ontbreken.</translation>
    </message>
    <message numerus="yes">
        <source>The answer broke off after %Ln record(s).</source>
        <translation>
            <numerusform>Het antwoord brak af na %Ln record.</numerusform>
            <numerusform>Het antwoord brak af na %Ln records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ColumnFactsStrip</name>
    <message>
        <source>Columns that are left out</source>
        <translation>Kolommen die weggelaten zijn</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a column’s name; %2: the value that it has in every row</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Every row has this value. Click to show the column.</source>
        <translation>Elke rij heeft deze waarde. Klik om de kolom te tonen.</translation>
    </message>
    <message>
        <source>Show the column %1, which is %2 in every row</source>
        <extracomment>%1: a column’s name; %2: the value that it has in every row</extracomment>
        <translation>Toon de kolom %1, die in elke rij %2 is</translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty columns</source>
        <translation>
            <numerusform>%Ln lege kolom</numerusform>
            <numerusform>%Ln lege kolommen</numerusform>
        </translation>
    </message>
    <message>
        <source>No row has a value there. Click to show them.</source>
        <translation>Geen rij heeft daar een waarde. Klik om ze te tonen.</translation>
    </message>
</context>
<context>
    <name>sonde::ColumnMenu</name>
    <message>
        <source>Sort &amp;upwards</source>
        <translation>&amp;Oplopend sorteren</translation>
    </message>
    <message>
        <source>Sort &amp;downwards</source>
        <translation>A&amp;flopend sorteren</translation>
    </message>
    <message>
        <source>Sort by this column as &amp;well</source>
        <translation>Oo&amp;k op deze kolom sorteren</translation>
    </message>
    <message>
        <source>As the rows &amp;came</source>
        <translation>Zoals de &amp;rijen kwamen</translation>
    </message>
    <message>
        <source>Rename column</source>
        <translation>Kolom hernoemen</translation>
    </message>
    <message>
        <source>Title above the column %1. Queries and exports keep its name.</source>
        <extracomment>%1: a column’s name</extracomment>
        <translation>Titel boven de kolom %1. Query’s en exports houden de naam.</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>Naar &amp;links</translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation>Naar r&amp;echts</translation>
    </message>
    <message>
        <source>&amp;Keep in sight up to here</source>
        <translation>Tot &amp;hier in beeld houden</translation>
    </message>
    <message>
        <source>The columns up to this one stay while the others scroll</source>
        <translation>De kolommen tot en met deze blijven staan als de andere schuiven</translation>
    </message>
    <message>
        <source>Let all columns &amp;scroll</source>
        <translation>Alle kolommen laten &amp;schuiven</translation>
    </message>
    <message>
        <source>&amp;Fit width to content</source>
        <translation>&amp;Breedte naar inhoud</translation>
    </message>
    <message>
        <source>Ren&amp;ame…</source>
        <translation>Herno&amp;emen…</translation>
    </message>
    <message>
        <source>&amp;Hide column</source>
        <translation>Kolom &amp;verbergen</translation>
    </message>
    <message>
        <source>Colu&amp;mns…</source>
        <translation>Kolo&amp;mmen…</translation>
    </message>
    <message>
        <source>Hide &amp;empty columns</source>
        <translation>Lege kolommen ver&amp;bergen</translation>
    </message>
    <message>
        <source>Hide columns with &amp;one value</source>
        <translation>Kolommen met één &amp;waarde verbergen</translation>
    </message>
    <message>
        <source>F&amp;it all widths</source>
        <translation>Alle breedten p&amp;assend</translation>
    </message>
    <message>
        <source>Show all colum&amp;ns</source>
        <translation>Alle kolomme&amp;n tonen</translation>
    </message>
    <message>
        <source>Reset all columns</source>
        <translation>Alle kolommen herstellen</translation>
    </message>
    <message>
        <source>Select column</source>
        <translation>Kolom selecteren</translation>
    </message>
    <message>
        <source>&amp;Group by this column</source>
        <translation>&amp;Groeperen op deze kolom</translation>
    </message>
    <message>
        <source>Alpha&amp;betical order (%1)</source>
        <extracomment>%1: a language, as “Nederlands”</extracomment>
        <translation>Alfabe&amp;tische volgorde (%1)</translation>
    </message>
    <message>
        <source>Capitals beside small letters, accents where the language has them, web9 before web10; otherwise texts are sorted by their code points</source>
        <translation>Hoofdletters naast kleine letters, accenten waar de taal ze heeft, web9 vóór web10; anders wordt tekst op codepunten gesorteerd</translation>
    </message>
    <message>
        <source>The Qt that Sonde runs with knows no alphabets</source>
        <translation>De Qt waarmee Sonde draait kent geen alfabetten</translation>
    </message>
</context>
<context>
    <name>sonde::ColumnsPopup</name>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>Part of a column’s name</source>
        <translation>Deel van de naam van een kolom</translation>
    </message>
    <message>
        <source>Enter goes to the column; the tick shows or hides it.</source>
        <translation>Enter gaat naar de kolom; het vinkje toont of verbergt hem.</translation>
    </message>
</context>
<context>
    <name>sonde::ComparedText</name>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles selecteren</translation>
    </message>
</context>
<context>
    <name>sonde::ComparisonStrip</name>
    <message>
        <source>Comparison</source>
        <translation>Vergelijking</translation>
    </message>
    <message>
        <source>Only these rows</source>
        <translation>Alleen deze rijen</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Vorig verschil</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Volgend verschil</translation>
    </message>
    <message>
        <source>End comparison</source>
        <translation>Vergelijking beëindigen</translation>
    </message>
    <message>
        <source>Take the signs away</source>
        <translation>Haal de tekens weg</translation>
    </message>
    <message>
        <source>The rows have changed and are compared again.</source>
        <translation>De rijen zijn veranderd en worden opnieuw vergeleken.</translation>
    </message>
    <message>
        <source>Only here: %1</source>
        <extracomment>%1: names of columns</extracomment>
        <translation>Alleen hier: %1</translation>
    </message>
    <message>
        <source>Only in the other table: %1</source>
        <extracomment>%1: names of columns</extracomment>
        <translation>Alleen in de andere tabel: %1</translation>
    </message>
    <message>
        <source>Whatever the order of the rows. A row that stands several times counts as often. Dynamic values are compared as they came.</source>
        <translation>In welke volgorde de rijen ook staan. Een rij die er meermaals staat, telt even vaak mee. Dynamic-waarden worden vergeleken zoals ze binnenkwamen.</translation>
    </message>
    <message numerus="yes">
        <source>No difference: all %L1 rows are in both</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>Geen verschil: de enige rij (%L1) staat in beide</numerusform>
            <numerusform>Geen verschil: alle %L1 rijen staan in beide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 rows only here</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>%L1 rij alleen hier</numerusform>
            <numerusform>%L1 rijen alleen hier</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 only in the last results</source>
        <extracomment>%L1: how many rows</extracomment>
        <translation>%L1 alleen in de laatste resultaten</translation>
    </message>
    <message>
        <source>%L1 only in “%2”</source>
        <extracomment>%L1: how many rows; %2: what a tab with pinned results is called</extracomment>
        <translation>%L1 alleen in “%2”</translation>
    </message>
    <message>
        <source>%L1 in both</source>
        <extracomment>%L1: how many rows</extracomment>
        <translation>%L1 in beide</translation>
    </message>
    <message>
        <source>Not compared: %1</source>
        <extracomment>%1: names of columns that only one of two tables has</extracomment>
        <translation>Niet vergeleken: %1</translation>
    </message>
</context>
<context>
    <name>sonde::CompletionModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>what a screen reader says of an entry of the completion list; %1: a name; %2: what it is, as Column</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Functie</translation>
    </message>
    <message>
        <source>Aggregate function</source>
        <translation>Aggregatiefunctie</translation>
    </message>
    <message>
        <source>Function of the workspace</source>
        <translation>Functie van de werkruimte</translation>
    </message>
    <message>
        <source>Name made by the query</source>
        <translation>Naam die de query maakt</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Comparison or sign</source>
        <translation>Vergelijking of teken</translation>
    </message>
    <message>
        <source>Word of the language</source>
        <translation>Woord van de taal</translation>
    </message>
    <message>
        <source>Kind of chart</source>
        <translation>Soort grafiek</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Optie</translation>
    </message>
    <message>
        <source>Snippet</source>
        <translation>Fragment</translation>
    </message>
</context>
<context>
    <name>sonde::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>Aanvullingen</translation>
    </message>
</context>
<context>
    <name>sonde::ConnectionChooser</name>
    <message>
        <source>&amp;Add a connection…</source>
        <translation>Verbinding &amp;toevoegen…</translation>
    </message>
    <message>
        <source>&amp;Edit this connection…</source>
        <translation>&amp;Deze verbinding bewerken…</translation>
    </message>
    <message>
        <source>&amp;Manage connections…</source>
        <translation>Verbindingen &amp;beheren…</translation>
    </message>
    <message>
        <source>The workspace that is searched: %1</source>
        <translation>Werkruimte waarin wordt gezocht: %1</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <extracomment>%1: a connection’s name</extracomment>
        <translation>Werkruimte: %1</translation>
    </message>
</context>
<context>
    <name>sonde::ConnectionDialog</name>
    <message>
        <source>Add a connection</source>
        <translation>Verbinding toevoegen</translation>
    </message>
    <message>
        <source>Edit the connection “%1”</source>
        <translation>Verbinding “%1” bewerken</translation>
    </message>
    <message>
        <source>Waiting for the system’s keychain.</source>
        <translation>Wachten op de sleutelbos van het systeem.</translation>
    </message>
    <message>
        <source>Its window may be behind this one.</source>
        <translation>Het venster ervan staat mogelijk achter dit venster.</translation>
    </message>
    <message>
        <source>Fill in what is missing first.</source>
        <translation>Vul eerst in wat nog ontbreekt.</translation>
    </message>
    <message>
        <source>Everything was filled in, the secret too.</source>
        <translation>Alles is ingevuld, ook het geheim.</translation>
    </message>
    <message>
        <source>The workspace id is not in it; the workspace’s Overview page shows it.</source>
        <translation>De werkruimte-id staat er niet in; die vind je op de pagina Overzicht van de werkruimte.</translation>
    </message>
    <message>
        <source>The endpoints line in the clipboard is not whole. Copy all of it, from { to }.</source>
        <translation>De regel met eindpunten op het klembord is niet volledig. Kopieer de hele regel, van { tot en met }.</translation>
    </message>
    <message>
        <source>The clipboard holds nothing that names a workspace. Copy the workspace’s link or resource id in the portal, or the line that sonde-sandbox prints.</source>
        <translation>Op het klembord staat niets waaruit een werkruimte blijkt. Kopieer de link of de resource-id van de werkruimte in de portal, of de regel die sonde-sandbox toont.</translation>
    </message>
</context>
<context>
    <name>sonde::ConnectionKeeper</name>
    <message>
        <source>Connections (*.json);;All files (*)</source>
        <translation>Verbindingen (*.json);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Delete a connection</source>
        <translation>Verbinding verwijderen</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <extracomment>%1: a connection’s name</extracomment>
        <translation>“%1” verwijderen?</translation>
    </message>
    <message>
        <source>Its secret is deleted too. Queries and their history stay.</source>
        <translation>Het geheim ervan wordt ook verwijderd. De query&apos;s en hun geschiedenis blijven bewaard.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message>
        <source>“%1” is still there, because its secret could not be deleted.</source>
        <translation>“%1” is er nog, want het geheim ervan kon niet worden verwijderd.</translation>
    </message>
    <message>
        <source>%1
Deleted alone, the connection is gone and its secret stays in the keychain, where the system’s own program for passwords shows it under Sonde.</source>
        <translation>%1
Verwijder je alleen de verbinding, dan blijft het geheim in de sleutelbos staan. In het wachtwoordprogramma van het systeem vind je het daar onder Sonde.</translation>
    </message>
    <message>
        <source>&amp;Unlock and delete</source>
        <translation>&amp;Ontgrendelen en verwijderen</translation>
    </message>
    <message>
        <source>Delete the &amp;connection alone</source>
        <translation>Alleen &amp;verbinding verwijderen</translation>
    </message>
    <message>
        <source>Waiting for the keychain: its window may be behind this one.</source>
        <translation>Wachten op de sleutelbos: het venster ervan staat mogelijk achter dit venster.</translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation>Verbindingen exporteren</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) were written to “%1”, without secrets.</source>
        <translation>
            <numerusform>%n verbinding is zonder geheim opgeslagen in “%1”.</numerusform>
            <numerusform>%n verbindingen zijn zonder geheimen opgeslagen in “%1”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>Verbindingen importeren</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) were imported.</source>
        <translation>
            <numerusform>%n verbinding is geïmporteerd.</numerusform>
            <numerusform>%n verbindingen zijn geïmporteerd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connections without a secret ask for it when you edit them.</source>
        <translation>Verbindingen zonder geheim vragen erom wanneer je ze bewerkt.</translation>
    </message>
</context>
<context>
    <name>sonde::ConnectionStore</name>
    <message>
        <source>This connection is no longer there.</source>
        <translation>Deze verbinding is er niet meer.</translation>
    </message>
    <message>
        <source>Add it again.</source>
        <translation>Voeg de verbinding opnieuw toe.</translation>
    </message>
    <message>
        <source>The connections in “%1” could not be read.</source>
        <translation>De verbindingen in “%1” kunnen niet worden gelezen.</translation>
    </message>
    <message>
        <source>Check who may read that file; it is left as it is.</source>
        <translation>Controleer wie dat bestand mag lezen; het blijft zoals het is.</translation>
    </message>
    <message>
        <source>The file of the connections is damaged.</source>
        <translation>Het bestand met de verbindingen is beschadigd.</translation>
    </message>
    <message>
        <source>Move “%1” away or mend it; it is left as it is.</source>
        <translation>Verplaats of herstel “%1”; het bestand blijft zoals het is.</translation>
    </message>
    <message>
        <source>It holds no list.</source>
        <translation>Het bestand bevat geen lijst.</translation>
    </message>
    <message>
        <source>Entry %1 is no connection.</source>
        <translation>Item %1 is geen verbinding.</translation>
    </message>
    <message>
        <source>It is kept as “%1”; set the connections up again, or mend that file and put it back.</source>
        <translation>Het is bewaard als “%1”; stel de verbindingen opnieuw in, of herstel dat bestand en zet het terug.</translation>
    </message>
    <message>
        <source>This connection is there already.</source>
        <translation>Deze verbinding is er al.</translation>
    </message>
    <message>
        <source>Edit it instead.</source>
        <translation>Bewerk de bestaande verbinding.</translation>
    </message>
    <message>
        <source>Another connection has that id already.</source>
        <translation>Een andere verbinding heeft die id al.</translation>
    </message>
    <message>
        <source>Another Sonde is changing the connections at this moment.</source>
        <translation>Een andere Sonde wijzigt op dit moment de verbindingen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Probeer het opnieuw.</translation>
    </message>
</context>
<context>
    <name>sonde::ConnectionVault</name>
    <message>
        <source>The secret is kept in memory until Sonde is closed.</source>
        <translation>Het geheim blijft in het geheugen tot Sonde wordt afgesloten.</translation>
    </message>
    <message>
        <source>The keychain is locked: an older secret in it could not be removed.</source>
        <translation>De sleutelbos is vergrendeld: een ouder geheim daarin kon niet worden verwijderd.</translation>
    </message>
    <message>
        <source>The new one is used until Sonde is closed, an older one after that. To remove the older one, unlock the keychain and save the connection with its secret again.</source>
        <translation>Het nieuwe geheim geldt tot Sonde wordt afgesloten, daarna weer het oudere. Om het oudere te verwijderen, ontgrendel je de sleutelbos en sla je de verbinding opnieuw met het geheim op.</translation>
    </message>
    <message>
        <source>The system’s keychain is locked.</source>
        <translation>De sleutelbos van het systeem is vergrendeld.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Ontgrendel de sleutelbos en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>This machine has no keychain.</source>
        <translation>Deze computer heeft geen sleutelbos.</translation>
    </message>
</context>
<context>
    <name>sonde::ConnectionsDialog</name>
    <message>
        <source>Connections</source>
        <translation>Verbindingen</translation>
    </message>
    <message>
        <source>The workspaces that you search stand here, with how to sign in to them.</source>
        <translation>Hier staan de werkruimten waarin je zoekt, en hoe je je daar aanmeldt.</translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation>Verbinding toevoegen…</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Toevoegen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bewerken…</translation>
    </message>
    <message>
        <source>Du&amp;plicate</source>
        <translation>Du&amp;pliceren</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>&amp;Verwijderen…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Om&amp;hoog</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Om&amp;laag</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importeren…</translation>
    </message>
    <message>
        <source>Add connections from a file</source>
        <translation>Verbindingen uit een bestand toevoegen</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Exporteren…</translation>
    </message>
    <message>
        <source>Write all connections to a file, without secrets</source>
        <translation>Alle verbindingen in een bestand opslaan, zonder geheimen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: what a button does; %2: its keys, as Ctrl+N</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>Een verbinding toevoegen</translation>
    </message>
    <message>
        <source>Change the chosen connection</source>
        <translation>De gekozen verbinding wijzigen</translation>
    </message>
    <message>
        <source>Add a copy, with its secret</source>
        <translation>Een kopie toevoegen, met het geheim</translation>
    </message>
    <message>
        <source>Delete the connection and its secret</source>
        <translation>De verbinding en het geheim ervan verwijderen</translation>
    </message>
    <message>
        <source>Move it up; rows can be dragged too</source>
        <translation>Omhoog verplaatsen; rijen slepen kan ook</translation>
    </message>
    <message>
        <source>Move it down; rows can be dragged too</source>
        <translation>Omlaag verplaatsen; rijen slepen kan ook</translation>
    </message>
</context>
<context>
    <name>sonde::ConnectionsModel</name>
    <message>
        <source>Public</source>
        <translation>Openbaar</translation>
    </message>
    <message>
        <source>US Government</source>
        <translation>US Government</translation>
    </message>
    <message>
        <source>China</source>
        <translation>China</translation>
    </message>
    <message>
        <source>logs query</source>
        <translation>logquery</translation>
    </message>
    <message>
        <source>classic search</source>
        <translation>klassiek zoeken</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Searches with</source>
        <translation>Zoekt via</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Werkruimte</translation>
    </message>
</context>
<context>
    <name>sonde::ConvertDialog</name>
    <message>
        <source>Convert to KQL</source>
        <translation>Omzetten naar KQL</translation>
    </message>
    <message>
        <source>Classic search</source>
        <translation>Klassieke zoekopdracht</translation>
    </message>
    <message>
        <source>KQL</source>
        <translation>KQL</translation>
    </message>
    <message>
        <source>Line %1, column %2: </source>
        <extracomment>%1: a line’s number; %2: a column’s; a sentence about that place follows</extracomment>
        <translation>Regel %1, kolom %2: </translation>
    </message>
    <message>
        <source>&amp;Convert</source>
        <translation>&amp;Omzetten</translation>
    </message>
    <message>
        <source>&amp;Open in a new tab</source>
        <translation>In een nieuw &amp;tabblad openen</translation>
    </message>
    <message>
        <source>The KQL takes the place of the search in its tab; Undo brings the search back</source>
        <translation>De KQL komt in het tabblad in de plaats van de zoekopdracht; met Ongedaan maken komt de zoekopdracht terug</translation>
    </message>
    <message>
        <source>The search stays as it is</source>
        <translation>De zoekopdracht blijft zoals die is</translation>
    </message>
    <message>
        <source>&amp;Go to the place</source>
        <translation>&amp;Naar de plaats gaan</translation>
    </message>
    <message>
        <source>Mark it in the query, to change it there</source>
        <translation>Markeer het in de query om het daar aan te passen</translation>
    </message>
</context>
<context>
    <name>sonde::CopyAsMenu</name>
    <message>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <source>Separated by commas, with the names of the columns</source>
        <translation>Gescheiden door komma’s, met de kolomnamen</translation>
    </message>
    <message>
        <source>&amp;TSV</source>
        <translation>&amp;TSV</translation>
    </message>
    <message>
        <source>Separated by tabs, with the names of the columns</source>
        <translation>Gescheiden door tabs, met de kolomnamen</translation>
    </message>
    <message>
        <source>&amp;Markdown table</source>
        <translation>&amp;Markdown-tabel</translation>
    </message>
    <message>
        <source>For issues and wikis</source>
        <translation>Voor issues en wiki’s</translation>
    </message>
    <message>
        <source>&amp;HTML table</source>
        <translation>&amp;HTML-tabel</translation>
    </message>
    <message>
        <source>For mails and documents, and as source</source>
        <translation>Voor mails en documenten, en als broncode</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>An array with an object for each row</source>
        <translation>Een array met een object per rij</translation>
    </message>
    <message>
        <source>&amp;KQL datatable</source>
        <translation>&amp;KQL-datatable</translation>
    </message>
    <message>
        <source>A query that gives these rows</source>
        <translation>Een query die deze rijen geeft</translation>
    </message>
    <message>
        <source>&amp;IN list of the column</source>
        <translation>&amp;IN-lijst van de kolom</translation>
    </message>
    <message>
        <source>The different values of the current column, as SQL takes them; of all rows where one cell is selected</source>
        <translation>De verschillende waarden van de huidige kolom, zoals SQL ze leest; van alle rijen als één cel is geselecteerd</translation>
    </message>
    <message>
        <source>&amp;Query with its result</source>
        <translation>&amp;Query met resultaat</translation>
    </message>
    <message>
        <source>For a mail; all rows where one cell is selected</source>
        <translation>Voor een mail; alle rijen als één cel is geselecteerd</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>Kopiëren &amp;als</translation>
    </message>
</context>
<context>
    <name>sonde::DraftKeeper</name>
    <message numerus="yes">
        <source>Sonde ended unexpectedly; %n tabs were brought back.</source>
        <translation>
            <numerusform>Sonde is onverwacht gestopt; %n tabblad is teruggehaald.</numerusform>
            <numerusform>Sonde is onverwacht gestopt; %n tabbladen zijn teruggehaald.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open tabs cannot be kept on the disk at the moment; their texts stay in the window.</source>
        <translation>Open tabbladen kunnen op dit moment niet op de schijf worden bewaard; de tekst blijft wel in het venster staan.</translation>
    </message>
    <message>
        <source>Open tabs are kept on the disk again.</source>
        <translation>Open tabbladen worden weer op de schijf bewaard.</translation>
    </message>
</context>
<context>
    <name>sonde::EditorExamination</name>
    <message>
        <source>A query of more than %L1 characters is not looked through.</source>
        <extracomment>%L1: a number of characters</extracomment>
        <translation>Een query van meer dan %L1 tekens wordt niet doorgekeken.</translation>
    </message>
</context>
<context>
    <name>sonde::EditorRefactoring</name>
    <message>
        <source>This build has no Kusto language service.</source>
        <translation>Deze build heeft geen Kusto-taalservice.</translation>
    </message>
    <message>
        <source>This works in KQL that can be edited.</source>
        <translation>Dit werkt in KQL die bewerkt kan worden.</translation>
    </message>
    <message>
        <source>The query is formatted already.</source>
        <translation>De query is al opgemaakt.</translation>
    </message>
    <message>
        <source>The query does not make this name.</source>
        <translation>De query maakt deze naam niet.</translation>
    </message>
    <message>
        <source>Only names that the query itself makes can be renamed.</source>
        <translation>Alleen namen die de query zelf maakt kunnen worden hernoemd.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Hernoemen</translation>
    </message>
    <message numerus="yes">
        <source>A new name for %1, in %n places</source>
        <extracomment>%1: a name of the query</extracomment>
        <translation>
            <numerusform>Een nieuwe naam voor %1, op %n plaats</numerusform>
            <numerusform>Een nieuwe naam voor %1, op %n plaatsen</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the expression that becomes a variable.</source>
        <translation>Selecteer de expressie die een variabele wordt.</translation>
    </message>
    <message>
        <source>What is selected is no expression of its own.</source>
        <translation>Wat geselecteerd is, is geen expressie op zichzelf.</translation>
    </message>
    <message>
        <source>Put the caret into the name of a table, a function or an operator.</source>
        <translation>Zet de cursor in de naam van een tabel, een functie of een operator.</translation>
    </message>
    <message>
        <source>There is no page about %1.</source>
        <translation>Er is geen pagina over %1.</translation>
    </message>
    <message>
        <source>Formatting… Esc stops it.</source>
        <translation>Opmaken… Esc stopt het.</translation>
    </message>
    <message>
        <source>Formatting was stopped; the query is as it was.</source>
        <translation>Het opmaken is gestopt; de query is zoals die was.</translation>
    </message>
</context>
<context>
    <name>sonde::ExportDialog</name>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporteren</translation>
    </message>
    <message>
        <source>&amp;All rows (%1)</source>
        <extracomment>%1: how many, as 1,204</extracomment>
        <translation>Alle &amp;rijen (%1)</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exporteren naar</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Type a file name, or choose one with Browse.</source>
        <translation>Typ een bestandsnaam of kies er een met Bladeren.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Add a file name to it.</source>
        <translation>“%1” is een map. Zet er een bestandsnaam achter.</translation>
    </message>
    <message>
        <source>The folder “%1” does not exist. Choose another one.</source>
        <translation>De map “%1” bestaat niet. Kies een andere map.</translation>
    </message>
    <message>
        <source>“%1” is there already and will be replaced.</source>
        <translation>“%1” bestaat al en wordt vervangen.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Vervangen</translation>
    </message>
    <message>
        <source>&amp;All rows that the filters show (%1)</source>
        <extracomment>%1: how many, as 1,204</extracomment>
        <translation>&amp;Alle rijen die de filters tonen (%1)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Bladeren…</translation>
    </message>
    <message>
        <source>&amp;Open when done</source>
        <translation>Na afloop &amp;openen</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Resultaten exporteren</translation>
    </message>
    <message>
        <source>The first lines</source>
        <translation>De eerste regels</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formaat</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>Bestands&amp;naam</translation>
    </message>
    <message>
        <source>The sele&amp;cted rows (%1)</source>
        <extracomment>%1: how many, as 1,204</extracomment>
        <translation>De &amp;geselecteerde rijen (%1)</translation>
    </message>
    <message>
        <source>As sho&amp;wn (%1)</source>
        <extracomment>%1: how many</extracomment>
        <translation>Zoals &amp;weergegeven (%1)</translation>
    </message>
    <message>
        <source>All in &amp;their own order (%1)</source>
        <extracomment>%1: how many</extracomment>
        <translation>Alle in eigen volgor&amp;de (%1)</translation>
    </message>
    <message>
        <source>A sheet has room for %1 columns. Choose another format, or hide columns.</source>
        <extracomment>%1: how many, as 16,384</extracomment>
        <translation>Op een blad passen %1 kolommen. Kies een ander formaat of verberg kolommen.</translation>
    </message>
    <message>
        <source>A sheet has room for %1 rows. Split them, or choose another format.</source>
        <extracomment>%1: how many, as 1,048,575</extracomment>
        <translation>Op een blad passen %1 rijen. Splits ze of kies een ander formaat.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Split into %n files</source>
        <translation>
            <numerusform>&amp;Splitsen in %n bestand</numerusform>
            <numerusform>&amp;Splitsen in %n bestanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are there already and will be replaced.</source>
        <translation>
            <numerusform>%n bestand bestaat al en wordt vervangen.</numerusform>
            <numerusform>%n bestanden bestaan al en worden vervangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep the profile for “%1”</source>
        <extracomment>%1: a favourite’s name</extracomment>
        <translation>Profiel be&amp;waren bij “%1”</translation>
    </message>
    <message>
        <source>The next export of this favourite begins with it</source>
        <translation>De volgende export van deze favoriet begint ermee</translation>
    </message>
</context>
<context>
    <name>sonde::ExportOptionsForm</name>
    <message>
        <source>&amp;Header row with the names of the columns</source>
        <translation>&amp;Kopregel met de kolomnamen</translation>
    </message>
    <message>
        <source>Byte order &amp;mark, so that Excel reads accents</source>
        <translation>Byte-order &amp;mark (BOM), zodat Excel accenten goed leest</translation>
    </message>
    <message>
        <source>&amp;Decimal comma, as 0,5</source>
        <translation>Dec&amp;imaalkomma, zoals 0,5</translation>
    </message>
    <message>
        <source>&amp;Guard cells that a spreadsheet would run as a formula</source>
        <translation>&amp;Cellen onschadelijk maken die een spreadsheet als formule zou uitvoeren</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Ander teken…</translation>
    </message>
    <message>
        <source>What stands between the columns</source>
        <translation>Het teken tussen de kolommen</translation>
    </message>
    <message>
        <source>Separator character</source>
        <translation>Scheidingsteken zelf</translation>
    </message>
    <message>
        <source>Se&amp;parator</source>
        <translation>&amp;Scheidingsteken</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Scheidingsteken</translation>
    </message>
    <message>
        <source>Where they are needed</source>
        <translation>Waar ze nodig zijn</translation>
    </message>
    <message>
        <source>Around all text</source>
        <translation>Om alle tekst</translation>
    </message>
    <message>
        <source>Around everything</source>
        <translation>Om alles</translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation>Aan&amp;halingstekens</translation>
    </message>
    <message>
        <source>CRLF (Windows)</source>
        <translation>CRLF (Windows)</translation>
    </message>
    <message>
        <source>LF (Linux, macOS)</source>
        <translation>LF (Linux, macOS)</translation>
    </message>
    <message>
        <source>&amp;Line ends</source>
        <translation>Regelafslui&amp;ting</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>For n&amp;ulls</source>
        <translation>Voor n&amp;ulls</translation>
    </message>
    <message>
        <source>Datetimes name their offset from UTC</source>
        <translation>Bij datum en tijd staat het verschil met UTC</translation>
    </message>
    <message>
        <source>Datetimes &amp;in</source>
        <translation>Datum en ti&amp;jd in</translation>
    </message>
    <message>
        <source>An apostrophe is put before text that begins with = + - or @. Leave it off where another program reads the file and needs every character as it is.</source>
        <translation>Tekst die begint met = + - of @ krijgt een apostrof ervoor. Laat dit uit als een ander programma het bestand leest en elk teken ongewijzigd nodig heeft.</translation>
    </message>
    <message>
        <source>There is nothing to choose: datetimes are in UTC, and every value is as KQL reads it.</source>
        <translation>Er valt niets te kiezen: datum en tijd zijn in UTC en elke waarde staat er zoals KQL die leest.</translation>
    </message>
    <message>
        <source>Type the character that is to stand between the columns: of ASCII, and no quote.</source>
        <translation>Typ het teken dat tussen de kolommen moet staan: een ASCII-teken, geen aanhalingsteken.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Choose one as Europe/Amsterdam.</source>
        <extracomment>%1: what was typed</extracomment>
        <translation>De tijdzone “%1” bestaat niet. Kies er een zoals Europe/Amsterdam.</translation>
    </message>
    <message>
        <source>There is nothing to choose: numbers and datetimes are kept as such, in UTC; timespans, dynamic values and decimals are texts.</source>
        <translation>Er is niets te kiezen: getallen en tijdstippen blijven dat, in UTC; tijdsduren, dynamische waarden en decimalen zijn teksten.</translation>
    </message>
</context>
<context>
    <name>sonde::ExportPreview</name>
    <message>
        <source>The first lines</source>
        <translation>De eerste regels</translation>
    </message>
</context>
<context>
    <name>sonde::ExportProfileBar</name>
    <message>
        <source>P&amp;rofile</source>
        <translation>&amp;Profiel</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profiel</translation>
    </message>
    <message>
        <source>A way to export that has a name; “sonde query --profile” knows it too</source>
        <translation>Een manier van exporteren met een naam; “sonde query --profile” kent die ook</translation>
    </message>
    <message>
        <source>&amp;Save changes</source>
        <translation>&amp;Wijzigingen opslaan</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Opslaan a&amp;ls…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Naam wijzigen…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Verwijderen…</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Ops&amp;laan</translation>
    </message>
    <message>
        <source>Save the choices as a profile, rename it or delete it</source>
        <translation>De keuzes als profiel opslaan, de naam ervan wijzigen of het verwijderen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <extracomment>%1: a profile’s name</extracomment>
        <translation>%1 (gewijzigd)</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Naam van het profiel</translation>
    </message>
    <message>
        <source>There is a profile of that name. Type another one.</source>
        <translation>Er is al een profiel met die naam. Typ een andere naam.</translation>
    </message>
    <message>
        <source>Save as profile</source>
        <translation>Opslaan als profiel</translation>
    </message>
    <message>
        <source>Rename profile</source>
        <translation>Naam van profiel wijzigen</translation>
    </message>
    <message>
        <source>Delete profile</source>
        <translation>Profiel verwijderen</translation>
    </message>
    <message>
        <source>Delete the profile “%1”?</source>
        <extracomment>%1: a profile’s name</extracomment>
        <translation>Het profiel “%1” verwijderen?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Verwijderen</translation>
    </message>
</context>
<context>
    <name>sonde::FavouriteDialog</name>
    <message>
        <source>Keep the time &amp;range: %1</source>
        <translation>&amp;Tijdsbereik bewaren: %1</translation>
    </message>
    <message>
        <source>Keep the time &amp;range</source>
        <translation>&amp;Tijdsbereik bewaren</translation>
    </message>
    <message>
        <source>Else the favourite runs with the range that is chosen then</source>
        <translation>Anders wordt de favoriet uitgevoerd met het tijdsbereik dat op dat moment is gekozen</translation>
    </message>
    <message>
        <source>Keep the &amp;connection</source>
        <translation>&amp;Verbinding bewaren</translation>
    </message>
    <message>
        <source>Keep the &amp;connection: %1</source>
        <translation>&amp;Verbinding bewaren: %1</translation>
    </message>
    <message>
        <source>Else the favourite runs on the connection that is chosen then</source>
        <translation>Anders wordt de favoriet uitgevoerd op de verbinding die op dat moment is gekozen</translation>
    </message>
    <message>
        <source>Type a name for the favourite.</source>
        <translation>Typ een naam voor de favoriet.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>%1 (not here)</source>
        <extracomment>%1: a profile’s name</extracomment>
        <translation>%1 (niet hier)</translation>
    </message>
    <message>
        <source>How the favourite’s rows are exported, unless another way is chosen then</source>
        <translation>Hoe de rijen van de favoriet worden geëxporteerd, tenzij dan anders wordt gekozen</translation>
    </message>
</context>
<context>
    <name>sonde::FavouriteKeeper</name>
    <message>
        <source>“%1” was changed by another program.</source>
        <translation>“%1” is door een ander programma gewijzigd.</translation>
    </message>
    <message>
        <source>It is left as it is; what is in this tab was saved beside it as “%1”.</source>
        <translation>Dat bestand blijft zoals het is; de inhoud van dit tabblad is ernaast opgeslagen als “%1”.</translation>
    </message>
    <message>
        <source>My favourites</source>
        <translation>Mijn favorieten</translation>
    </message>
    <message>
        <source>Properties of “%1”</source>
        <translation>Eigenschappen van “%1”</translation>
    </message>
    <message>
        <source>It is left as it is; your changes were saved beside it as “%1”.</source>
        <translation>Dat bestand blijft zoals het is; je wijzigingen zijn ernaast opgeslagen als “%1”.</translation>
    </message>
</context>
<context>
    <name>sonde::FavouriteStore</name>
    <message>
        <source>The samples are a part of the program and stay as they are.</source>
        <translation>De voorbeelden horen bij het programma en blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Save the query as a favourite of your own.</source>
        <translation>Sla de query op als eigen favoriet.</translation>
    </message>
    <message>
        <source>“%1” is in none of the favourites’ folders.</source>
        <translation>“%1” staat in geen van de favorietenmappen.</translation>
    </message>
    <message>
        <source>Add its folder first.</source>
        <translation>Voeg eerst de map ervan toe.</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>“%1” is er niet meer.</translation>
    </message>
    <message>
        <source>It was moved or deleted by another program.</source>
        <translation>Een ander programma heeft het bestand verplaatst of verwijderd.</translation>
    </message>
    <message>
        <source>The folder “%1” could not be moved or renamed.</source>
        <translation>De map “%1” kon niet worden verplaatst of hernoemd.</translation>
    </message>
    <message>
        <source>Check that you may change it, and that both places are on one disk.</source>
        <translation>Controleer of je de map mag wijzigen en of beide plaatsen op dezelfde schijf staan.</translation>
    </message>
    <message>
        <source>A folder cannot be moved into itself.</source>
        <translation>Een map kan niet naar zichzelf worden verplaatst.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Kies een andere map.</translation>
    </message>
    <message>
        <source>The folder “%1” could not be made.</source>
        <translation>De map “%1” kon niet worden gemaakt.</translation>
    </message>
    <message>
        <source>Check that you may change “%1”, and that there is room.</source>
        <translation>Controleer of je “%1” mag wijzigen en of er genoeg ruimte is.</translation>
    </message>
    <message>
        <source>This folder is not deleted with its favourites.</source>
        <translation>Deze map wordt niet samen met de favorieten verwijderd.</translation>
    </message>
    <message>
        <source>Delete the favourites in it.</source>
        <translation>Verwijder de favorieten in de map.</translation>
    </message>
    <message>
        <source>The folder “%1” could not be deleted.</source>
        <translation>De map “%1” kon niet worden verwijderd.</translation>
    </message>
    <message>
        <source>Delete the favourites in it first, or check that you may change it.</source>
        <translation>Verwijder eerst de favorieten in de map, of controleer of je de map mag wijzigen.</translation>
    </message>
    <message>
        <source>The folder “%1” could not be brought back.</source>
        <translation>De map “%1” kon niet worden teruggezet.</translation>
    </message>
    <message>
        <source>It is kept as “%1”.</source>
        <translation>De map is bewaard als “%1”.</translation>
    </message>
    <message>
        <source>The folder “%1” does not exist.</source>
        <translation>De map “%1” bestaat niet.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Kies een andere.</translation>
    </message>
    <message>
        <source>“%1” is among the favourites already, or holds a folder that is.</source>
        <translation>“%1” staat al bij de favorieten of bevat een map die daar al bij staat.</translation>
    </message>
    <message>
        <source>Take that folder off the list first, or choose another one.</source>
        <translation>Haal die map eerst van de lijst of kies een andere.</translation>
    </message>
</context>
<context>
    <name>sonde::FavouritesDock</name>
    <message>
        <source>Favourites</source>
        <translation>Favorieten</translation>
    </message>
    <message>
        <source>Search favourites</source>
        <translation>Zoeken in favorieten</translation>
    </message>
    <message>
        <source>Looks at names, tags, descriptions, folders and queries</source>
        <translation>Zoekt in namen, labels, beschrijvingen, mappen en query&apos;s</translation>
    </message>
    <message>
        <source>Bring back what was deleted</source>
        <translation>Terughalen wat is verwijderd</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Uitvoeren</translation>
    </message>
    <message>
        <source>&amp;Open without running</source>
        <translation>&amp;Openen zonder uit te voeren</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Hernoemen</translation>
    </message>
    <message>
        <source>&amp;Properties…</source>
        <translation>&amp;Eigenschappen…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message>
        <source>New &amp;folder</source>
        <translation>Nieuwe &amp;map</translation>
    </message>
    <message>
        <source>&amp;Take this folder off the list</source>
        <translation>&amp;Deze map uit de lijst halen</translation>
    </message>
    <message>
        <source>Nothing is deleted</source>
        <translation>Er wordt niets verwijderd</translation>
    </message>
    <message>
        <source>&amp;Show in the file manager</source>
        <translation>In bestands&amp;beheer tonen</translation>
    </message>
    <message>
        <source>Order of the favourites</source>
        <translation>Volgorde van de favorieten</translation>
    </message>
    <message>
        <source>By &amp;name</source>
        <translation>Op &amp;naam</translation>
    </message>
    <message>
        <source>&amp;Last used first</source>
        <translation>&amp;Laatst gebruikt bovenaan</translation>
    </message>
    <message>
        <source>&amp;Most used first</source>
        <translation>&amp;Meest gebruikt bovenaan</translation>
    </message>
    <message>
        <source>Add a favourite or a folder</source>
        <translation>Een favoriet of map toevoegen</translation>
    </message>
    <message>
        <source>&amp;Save the current query…</source>
        <translation>Huidige query &amp;opslaan…</translation>
    </message>
    <message>
        <source>&amp;Add a folder of queries…</source>
        <translation>Map met query&apos;s &amp;toevoegen…</translation>
    </message>
    <message>
        <source>“%1” cannot be opened.</source>
        <translation>“%1” kan niet worden geopend.</translation>
    </message>
    <message>
        <source>No favourite has “%1” in it.</source>
        <translation>Geen enkele favoriet bevat “%1”.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Zoekopdracht wissen</translation>
    </message>
    <message>
        <source>Queries that worked belong here.</source>
        <translation>Bewaar hier query&apos;s die goed werken.</translation>
    </message>
    <message>
        <source>Save the current query</source>
        <translation>Huidige query opslaan</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>“%1” is verwijderd.</translation>
    </message>
    <message>
        <source>%L1 favourites and folders were deleted.</source>
        <translation>%L1 favorieten en mappen zijn verwijderd.</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nieuwe map</translation>
    </message>
    <message>
        <source>Add a folder of queries</source>
        <translation>Map met query&apos;s toevoegen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
</context>
<context>
    <name>sonde::FavouritesModel</name>
    <message>
        <source>My favourites</source>
        <translation>Mijn favorieten</translation>
    </message>
    <message>
        <source>Samples of the embedded workspace</source>
        <translation>Voorbeelden van de ingebouwde werkruimte</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1 (nu niet beschikbaar)</translation>
    </message>
    <message>
        <source>This folder is not there now. Its favourites come back with it.</source>
        <translation>Deze map is nu niet beschikbaar. Komt de map terug, dan zijn ook de favorieten er weer.</translation>
    </message>
    <message>
        <source>Only the first %L1 files and folders are shown.</source>
        <translation>Alleen de eerste %L1 bestanden en mappen worden getoond.</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <extracomment>%1: a list of tags</extracomment>
        <translation>Labels: %1</translation>
    </message>
</context>
<context>
    <name>sonde::FieldDelegate</name>
    <message>
        <source>More…</source>
        <translation>Meer…</translation>
    </message>
</context>
<context>
    <name>sonde::FieldSearch</name>
    <message>
        <source>Names and values</source>
        <translation>Namen en waarden</translation>
    </message>
</context>
<context>
    <name>sonde::FieldTree</name>
    <message>
        <source>Fields of the row</source>
        <translation>Velden van de rij</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Waarde kopiëren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pad kopiëren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Naam kopiëren</translation>
    </message>
    <message>
        <source>Filter by this</source>
        <translation>Hierop filteren</translation>
    </message>
    <message>
        <source>Exclude this</source>
        <translation>Dit uitsluiten</translation>
    </message>
    <message>
        <source>Show whole value</source>
        <translation>Hele waarde tonen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alles uitvouwen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alles invouwen</translation>
    </message>
</context>
<context>
    <name>sonde::FilterBox</name>
    <message>
        <source>Filter of %1</source>
        <extracomment>%1: a column’s name</extracomment>
        <translation>Filter van %1</translation>
    </message>
    <message>
        <source>More ways to filter</source>
        <translation>Meer manieren om te filteren</translation>
    </message>
    <message>
        <source>Text that the cells contain, or =, !=, &lt;, &lt;=, &gt;, &gt;= and a value, or /a regular expression/</source>
        <translation>Tekst die de cellen bevatten, of =, !=, &lt;, &lt;=, &gt;, &gt;= en een waarde, of /een reguliere expressie/</translation>
    </message>
    <message>
        <source>Choose &amp;values…</source>
        <translation>Waarden &amp;kiezen…</translation>
    </message>
    <message>
        <source>&amp;Equals</source>
        <translation>&amp;Is gelijk aan</translation>
    </message>
    <message>
        <source>Does &amp;not equal</source>
        <translation>Is &amp;niet gelijk aan</translation>
    </message>
    <message>
        <source>&amp;Less than</source>
        <translation>K&amp;leiner dan</translation>
    </message>
    <message>
        <source>&amp;Greater than</source>
        <translation>&amp;Groter dan</translation>
    </message>
    <message>
        <source>Matches a &amp;regular expression</source>
        <translation>Past bij een &amp;reguliere expressie</translation>
    </message>
    <message>
        <source>With a v&amp;alue</source>
        <translation>&amp;Met een waarde</translation>
    </message>
    <message>
        <source>&amp;Without a value</source>
        <translation>&amp;Zonder waarde</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Wissen</translation>
    </message>
</context>
<context>
    <name>sonde::FilterStrip</name>
    <message>
        <source>In any column</source>
        <translation>In elke kolom</translation>
    </message>
    <message>
        <source>Text in any column</source>
        <translation>Tekst in een willekeurige kolom</translation>
    </message>
    <message>
        <source>Send to query</source>
        <translation>Naar de query</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filters wissen</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Alle rijen tonen</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Dit filter verwijderen</translation>
    </message>
    <message>
        <source>Remove the filter “%1”</source>
        <extracomment>%1: a condition in words, as Computer contains “web”</extracomment>
        <translation>Filter “%1” verwijderen</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %L2 rows</source>
        <extracomment>%L1: how many are shown; %L2: how many there are</extracomment>
        <translation>
            <numerusform>%L1 van %L2 rij</numerusform>
            <numerusform>%L1 van %L2 rijen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the filters to the query as lines that begin with where</source>
        <translation>De filters aan de query toevoegen als regels die met where beginnen</translation>
    </message>
    <message>
        <source>Text is looked for in what the cells show. Columns that are shown in another form are looked at as they came as well; relative times only as the date and time that they are.</source>
        <translation>Tekst wordt gezocht in wat de cellen tonen. In kolommen met een eigen notatie ook in de waarde zoals die kwam; bij relatieve tijden alleen in de datum en tijd.</translation>
    </message>
</context>
<context>
    <name>sonde::FindBar</name>
    <message>
        <source>Find in the query</source>
        <translation>Zoeken in de query</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Niet gevonden</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Vervangen door</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>&amp;Vervangen</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>&amp;Alles vervangen</translation>
    </message>
    <message numerus="yes">
        <source>%L1 replaced</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>%L1 vervangen</numerusform>
            <numerusform>%L1 vervangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 found</source>
        <extracomment>%L1: how many places have the text</extracomment>
        <translation>
            <numerusform>%L1 gevonden</numerusform>
            <numerusform>%L1 gevonden</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <extracomment>%L1: which one; %L2: how many there are</extracomment>
        <translation>%L1 van %L2</translation>
    </message>
    <message>
        <source>More than %L1 found</source>
        <extracomment>%L1: how many places at least have the text</extracomment>
        <translation>Meer dan %L1 gevonden</translation>
    </message>
</context>
<context>
    <name>sonde::FindButton</name>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: what a button does; %2: its keys, as F3</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sonde::FindInTabs</name>
    <message>
        <source>Find in all tabs</source>
        <translation>Zoeken in alle tabbladen</translation>
    </message>
    <message>
        <source>Find in the queries of all tabs</source>
        <translation>Zoeken in de query’s van alle tabbladen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Vervangen door</translation>
    </message>
    <message>
        <source>Replace in all &amp;tabs</source>
        <translation>In alle tabbladen v&amp;ervangen</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Gevonden plaatsen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Niet gevonden</translation>
    </message>
    <message numerus="yes">
        <source>%L1 places</source>
        <extracomment>%L1: how many places</extracomment>
        <translation>
            <numerusform>%L1 plaats</numerusform>
            <numerusform>%L1 plaatsen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %L2 tabs</source>
        <extracomment>%1: how many places, in words; %L2: in how many tabs</extracomment>
        <translation>
            <numerusform>%1 in %L2 tabblad</numerusform>
            <numerusform>%1 in %L2 tabbladen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <extracomment>%1: the title of a tab; %L2: how many places in it</extracomment>
        <translation>%1 (%L2)</translation>
    </message>
    <message numerus="yes">
        <source>and %L1 more</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>en nog %L1</numerusform>
            <numerusform>en nog %L1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 replaced; each tab can undo its own</source>
        <extracomment>%L1: how many; each tab&apos;s own undo takes them back</extracomment>
        <translation>
            <numerusform>%L1 vervangen; in het tabblad ongedaan te maken</numerusform>
            <numerusform>%L1 vervangen; per tabblad ongedaan te maken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %L2 tabs cannot be changed</source>
        <extracomment>%1: how many were replaced, in words; %L2: of tabs</extracomment>
        <translation>
            <numerusform>%1. %L2 tabblad kan niet worden gewijzigd</numerusform>
            <numerusform>%1. %L2 tabbladen kunnen niet worden gewijzigd</numerusform>
        </translation>
    </message>
    <message>
        <source>More than %L1 places</source>
        <extracomment>%L1: how many places at least have the text</extracomment>
        <translation>Meer dan %L1 plaatsen</translation>
    </message>
</context>
<context>
    <name>sonde::FormatMenu</name>
    <message>
        <source>&amp;As it came</source>
        <translation>&amp;Zoals het kwam</translation>
    </message>
    <message>
        <source>&amp;Thousands separators</source>
        <translation>Scheidingstekens voor &amp;duizendtallen</translation>
    </message>
    <message>
        <source>&amp;Hexadecimal</source>
        <translation>&amp;Hexadecimaal</translation>
    </message>
    <message>
        <source>&amp;Bytes</source>
        <translation>&amp;Bytes</translation>
    </message>
    <message>
        <source>Duration, of &amp;milliseconds</source>
        <translation>Duur, uit &amp;milliseconden</translation>
    </message>
    <message>
        <source>Duration, of &amp;seconds</source>
        <translation>Duur, uit &amp;seconden</translation>
    </message>
    <message>
        <source>&amp;Duration</source>
        <translation>D&amp;uur</translation>
    </message>
    <message>
        <source>&amp;Seconds</source>
        <translation>&amp;Seconden</translation>
    </message>
    <message>
        <source>&amp;Relative time</source>
        <translation>&amp;Relatieve tijd</translation>
    </message>
    <message>
        <source>Dis&amp;play as</source>
        <translation>Notat&amp;ie</translation>
    </message>
</context>
<context>
    <name>sonde::GroupsModel</name>
    <message>
        <source>Other values</source>
        <translation>Andere waarden</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Geen waarde</translation>
    </message>
    <message>
        <source>Empty text</source>
        <translation>Lege tekst</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>group</comment>
        <extracomment>%1: a column’s name; %2: the value that the rows of a group have there</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sonde::GroupsPane</name>
    <message>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <source>Groups of rows</source>
        <translation>Groepen van rijen</translation>
    </message>
    <message>
        <source>Drag the name of a column here to group the rows by it.</source>
        <translation>Sleep de naam van een kolom hierheen om de rijen daarop te groeperen.</translation>
    </message>
    <message>
        <source>&amp;All groups</source>
        <translation>&amp;Alle groepen</translation>
    </message>
    <message>
        <source>Show the rows of every group</source>
        <translation>Toon de rijen van alle groepen</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Geen groepen</translation>
    </message>
    <message>
        <source>Do not group by this column</source>
        <translation>Niet op deze kolom groeperen</translation>
    </message>
    <message>
        <source>Do not group by %1</source>
        <extracomment>%1: a column’s name</extracomment>
        <translation>Niet op %1 groeperen</translation>
    </message>
</context>
<context>
    <name>sonde::HeadlessQuery</name>
    <message>
        <source>At line %1, column %2 of the query.</source>
        <extracomment>%1 and %2: numbers, counted from 1</extracomment>
        <translation>Op regel %1, kolom %2 van de query.</translation>
    </message>
    <message>
        <source>As KQL: %1</source>
        <extracomment>%1: a query</extracomment>
        <translation>Als KQL: %1</translation>
    </message>
    <message>
        <source>Starting the embedded workspace</source>
        <translation>Ingebouwde werkruimte wordt gestart</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Bezig met aanmelden</translation>
    </message>
    <message>
        <source>Waiting for the service</source>
        <translation>Wachten op de service</translation>
    </message>
    <message>
        <source>The search is pending: look %1</source>
        <translation>De zoekopdracht is in behandeling: controle %1</translation>
    </message>
    <message>
        <source>The service asked to wait %1 s</source>
        <translation>De service vroeg om %1 s te wachten</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Bezig met ontvangen</translation>
    </message>
    <message>
        <source>Interrupted; nothing was written.</source>
        <translation>Onderbroken; er is niets geschreven.</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Volledig</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Gedeeltelijk</translation>
    </message>
    <message>
        <source>Capped</source>
        <translation>Afgekapt</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <extracomment>%1: how many came; %2: how many there are</extracomment>
        <translation>%1 van %2 rijen</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n rij</numerusform>
            <numerusform>%n rijen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>%1: a duration in seconds, as 8.3</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1 and %2: the first and last moment of a time range</extracomment>
        <translation>%1 tot %2</translation>
    </message>
    <message>
        <source>The answer has %1 tables; the first was written.</source>
        <translation>Het antwoord bevat %1 tabellen; de eerste is geschreven.</translation>
    </message>
    <message>
        <source>There is no connection “%1”.</source>
        <translation>Er is geen verbinding “%1”.</translation>
    </message>
    <message>
        <source>Add one in Sonde’s window first.</source>
        <translation>Voeg er eerst een toe in het venster van Sonde.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <extracomment>%1: a list of the profiles’ names
----------
%1: a list of the connections’ names</extracomment>
        <translation>Wel beschikbaar: %1.</translation>
    </message>
    <message>
        <source>Save one in the export dialog of Sonde’s window first.</source>
        <translation>Sla er eerst een op in het exportvenster van Sonde.</translation>
    </message>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>Het profiel “%1” bestaat niet.</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Bestand lezen</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) had more than 32,767 characters, all that a workbook has room for, and were cut.</source>
        <translation>
            <numerusform>%n cel had meer dan 32.767 tekens, meer dan in een werkmap past, en is ingekort.</numerusform>
            <numerusform>%n cellen hadden meer dan 32.767 tekens, meer dan in een werkmap past, en zijn ingekort.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::HeadlessSchema</name>
    <message>
        <source>The tables are those of %1.</source>
        <extracomment>%1: a date</extracomment>
        <translation>De tabellen zijn die van %1.</translation>
    </message>
</context>
<context>
    <name>sonde::HistoryDelegate</name>
    <message>
        <source>Time range: %1</source>
        <extracomment>%1: a time range, as Last 24 h</extracomment>
        <translation>Tijdsbereik: %1</translation>
    </message>
    <message>
        <source>The history keeps the first %L1 characters of this query.</source>
        <translation>De geschiedenis bewaart de eerste %L1 tekens van deze query.</translation>
    </message>
</context>
<context>
    <name>sonde::HistoryDock</name>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Zoeken in de geschiedenis</translation>
    </message>
    <message>
        <source>Clear history…</source>
        <translation>Geschiedenis wissen…</translation>
    </message>
    <message>
        <source>Past runs</source>
        <translation>Eerdere uitvoeringen</translation>
    </message>
    <message>
        <source>Bring the deleted runs back</source>
        <translation>De verwijderde uitvoeringen terughalen</translation>
    </message>
    <message>
        <source>Fetching the history.</source>
        <translation>De geschiedenis wordt opgehaald.</translation>
    </message>
    <message>
        <source>Queries that you run are remembered here.</source>
        <translation>Query&apos;s die je uitvoert, worden hier bewaard.</translation>
    </message>
    <message>
        <source>Run query</source>
        <translation>Query uitvoeren</translation>
    </message>
    <message>
        <source>No run matches “%1”.</source>
        <translation>Geen uitvoeringen gevonden voor “%1”.</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Alle uitvoeringen tonen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Copy to a new tab</source>
        <translation>Naar een nieuw tabblad kopiëren</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Opnieuw uitvoeren</translation>
    </message>
    <message>
        <source>Copy query</source>
        <translation>Query kopiëren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Never keep runs of “%1”…</source>
        <translation>Uitvoeringen van “%1” nooit bewaren…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) deleted.</source>
        <translation>
            <numerusform>%Ln uitvoering verwijderd.</numerusform>
            <numerusform>%Ln uitvoeringen verwijderd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Geschiedenis wissen</translation>
    </message>
    <message>
        <source>Delete all runs from the history?</source>
        <translation>Alle uitvoeringen uit de geschiedenis verwijderen?</translation>
    </message>
    <message>
        <source>This cannot be undone. Tabs, files and favourites stay as they are.</source>
        <translation>Dit kan niet ongedaan worden gemaakt. Tabbladen, bestanden en favorieten blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Never keep runs</source>
        <translation>Uitvoeringen nooit bewaren</translation>
    </message>
    <message>
        <source>Keep no more runs of “%1”?</source>
        <translation>Uitvoeringen van “%1” niet meer bewaren?</translation>
    </message>
    <message>
        <source>From now on its runs are not added to the history. Edit the connection to change that.</source>
        <translation>Voortaan komen ze niet meer in de geschiedenis. Om dat te wijzigen, bewerk je de verbinding.</translation>
    </message>
    <message>
        <source>Also delete its runs that are in the history now</source>
        <translation>Ook de uitvoeringen verwijderen die nu in de geschiedenis staan</translation>
    </message>
    <message>
        <source>Never keep</source>
        <translation>Nooit bewaren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Looks at queries, connections and messages</source>
        <translation>Zoekt in query&apos;s, verbindingen en meldingen</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Dit filter verwijderen</translation>
    </message>
    <message>
        <source>Remove the filter “%1”</source>
        <extracomment>%1: what is chosen in a filter, as Failed · over 10 s</extracomment>
        <translation>Het filter “%1” verwijderen</translation>
    </message>
    <message>
        <source>No run matches the filter “%1”.</source>
        <extracomment>%1: what is chosen in a filter, as Failed · over 10 s</extracomment>
        <translation>Geen uitvoeringen gevonden met het filter “%1”.</translation>
    </message>
    <message>
        <source>No run with the filter “%2” matches “%1”.</source>
        <extracomment>%1: words that are looked for; %2: what is chosen in a filter, as Failed · over 10 s</extracomment>
        <translation>Geen uitvoeringen met het filter “%2” gevonden voor “%1”.</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>Deze twee vergelijken</translation>
    </message>
    <message>
        <source>Compare with the current tab</source>
        <translation>Vergelijken met het huidige tabblad</translation>
    </message>
    <message>
        <source>Copy to a new tab, with its rows</source>
        <translation>Naar een nieuw tabblad kopiëren, met de rijen</translation>
    </message>
</context>
<context>
    <name>sonde::HistoryFilterButton</name>
    <message>
        <source>Any outcome</source>
        <translation>Elke uitkomst</translation>
    </message>
    <message>
        <source>With rows</source>
        <translation>Met rijen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestopt</translation>
    </message>
    <message>
        <source>Any duration</source>
        <translation>Elke duur</translation>
    </message>
    <message>
        <source>Over 1 s</source>
        <translation>Langer dan 1 s</translation>
    </message>
    <message>
        <source>over 1 s</source>
        <translation>langer dan 1 s</translation>
    </message>
    <message>
        <source>Over 10 s</source>
        <translation>Langer dan 10 s</translation>
    </message>
    <message>
        <source>over 10 s</source>
        <translation>langer dan 10 s</translation>
    </message>
    <message>
        <source>Over 1 min</source>
        <translation>Langer dan 1 min</translation>
    </message>
    <message>
        <source>over 1 min</source>
        <translation>langer dan 1 min</translation>
    </message>
    <message>
        <source>Which runs are listed, by outcome and duration</source>
        <translation>Welke uitvoeringen in de lijst staan, naar uitkomst en duur</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>De geschiedenis filteren</translation>
    </message>
</context>
<context>
    <name>sonde::HistoryModel</name>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gisteren</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Wordt uitgevoerd</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Volledig</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Gedeeltelijk</translation>
    </message>
    <message>
        <source>Capped</source>
        <translation>Afgekapt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestopt</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Onderbroken</translation>
    </message>
    <message>
        <source>%1; %2; %3; %4</source>
        <extracomment>A run as a screen reader says it. %1: the query; %2: how it ended; %3: the connection; %4: when</extracomment>
        <translation>%1; %2; %3; %4</translation>
    </message>
    <message>
        <source>rows kept</source>
        <extracomment>Rows of a run, which lie in the history with it.</extracomment>
        <translation>rijen bewaard</translation>
    </message>
    <message>
        <source>first %L1 kept</source>
        <extracomment>Of the rows of a run, which lie in the history with it. %L1: how many</extracomment>
        <translation>eerste %L1 bewaard</translation>
    </message>
</context>
<context>
    <name>sonde::HttpReply</name>
    <message>
        <source>The request was stopped.</source>
        <translation>De aanvraag is gestopt.</translation>
    </message>
    <message>
        <source>The answer of “%1” is larger than the %2 MB that are taken.</source>
        <extracomment>%1: the server; %2: megabytes</extracomment>
        <translation>Het antwoord van “%1” is groter dan de toegestane %2 MB.</translation>
    </message>
    <message>
        <source>Ask for fewer rows or columns.</source>
        <translation>Vraag minder rijen of kolommen op.</translation>
    </message>
    <message>
        <source>The request to “%1” took too long and was ended.</source>
        <translation>De aanvraag aan “%1” duurde te lang en is afgebroken.</translation>
    </message>
    <message>
        <source>Ask for less, or try again.</source>
        <translation>Vraag minder op of probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Nothing has come from “%1” for too long.</source>
        <translation>Van “%1” is te lang niets ontvangen.</translation>
    </message>
    <message>
        <source>Check the network connection, or ask for less.</source>
        <translation>Controleer de netwerkverbinding of vraag minder op.</translation>
    </message>
    <message>
        <source>Nothing has come from “%1” through the proxy “%2” for too long.</source>
        <extracomment>%1: the server; %2: the proxy</extracomment>
        <translation>Van “%1” is via de proxy “%2” te lang niets ontvangen.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings and the network connection, or ask for less.</source>
        <translation>Controleer de proxy in de instellingen en de netwerkverbinding, of vraag minder op.</translation>
    </message>
</context>
<context>
    <name>sonde::ImportColumnsModel</name>
    <message>
        <source>In the file: %1</source>
        <extracomment>%1: a name</extracomment>
        <translation>In het bestand: %1</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Eerste waarden</translation>
    </message>
</context>
<context>
    <name>sonde::ImportConnectionsDialog</name>
    <message>
        <source>Import connections</source>
        <translation>Verbindingen importeren</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) in “%1”. Secrets are not in it.</source>
        <translation>
            <numerusform>%n verbinding in “%1”. Het geheim staat er niet in.</numerusform>
            <numerusform>%n verbindingen in “%1”. Geheimen staan er niet in.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importeren</translation>
    </message>
    <message>
        <source>Here already, just the same</source>
        <translation>Al aanwezig, precies hetzelfde</translation>
    </message>
    <message>
        <source>What to do with “%1”</source>
        <translation>Wat te doen met “%1”</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Overslaan</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Mijn versie behouden</translation>
    </message>
    <message>
        <source>Replace mine</source>
        <translation>Mijn versie vervangen</translation>
    </message>
    <message>
        <source>Add it under another name</source>
        <translation>Onder een andere naam toevoegen</translation>
    </message>
    <message>
        <source>Replace mine of that name</source>
        <translation>Mijn verbinding met die naam vervangen</translation>
    </message>
    <message>
        <source>Another connection of yours has this name.</source>
        <translation>Je hebt al een andere verbinding met deze naam.</translation>
    </message>
    <message>
        <source>It signs in elsewhere than yours: the secret of yours is deleted.</source>
        <translation>Deze verbinding meldt zich ergens anders aan dan de jouwe: het geheim van jouw verbinding wordt verwijderd.</translation>
    </message>
    <message>
        <source>The secret of yours goes over to it.</source>
        <translation>Deze verbinding neemt het geheim van de jouwe over.</translation>
    </message>
</context>
<context>
    <name>sonde::KeptQueries</name>
    <message>
        <source>There is no connection “%1”.</source>
        <translation>Er is geen verbinding “%1”.</translation>
    </message>
    <message>
        <source>The connection that this favourite keeps is not there.</source>
        <translation>De verbinding die bij deze favoriet hoort, is er niet.</translation>
    </message>
    <message>
        <source>Choose another one and run the query.</source>
        <translation>Kies een andere verbinding en voer de query uit.</translation>
    </message>
    <message>
        <source>The connection “%1” is no longer there.</source>
        <translation>De verbinding “%1” is er niet meer.</translation>
    </message>
</context>
<context>
    <name>sonde::KeychainUnlock</name>
    <message>
        <source>The keychain stayed locked.</source>
        <translation>De sleutelbos bleef vergrendeld.</translation>
    </message>
    <message>
        <source>Unlock it when it asks, or enter the secret in the connection and keep it until Sonde is closed.</source>
        <translation>Ontgrendel de sleutelbos als die erom vraagt, of voer het geheim in de verbinding in en bewaar het alleen tot Sonde wordt afgesloten.</translation>
    </message>
    <message>
        <source>This machine has no keychain.</source>
        <translation>Deze computer heeft geen sleutelbos.</translation>
    </message>
    <message>
        <source>Enter the secret in the connection; it is kept until Sonde is closed.</source>
        <translation>Voer het geheim in de verbinding in; het wordt bewaard tot Sonde wordt afgesloten.</translation>
    </message>
    <message>
        <source>The keychain of this machine was closed or restarted while it was asked.</source>
        <translation>De sleutelbos van deze computer is afgesloten of opnieuw gestart terwijl er een vraag openstond.</translation>
    </message>
    <message>
        <source>Unlock it again.</source>
        <translation>Ontgrendel de sleutelbos opnieuw.</translation>
    </message>
    <message>
        <source>Its question was not answered in time.</source>
        <translation>De vraag van de sleutelbos is niet op tijd beantwoord.</translation>
    </message>
</context>
<context>
    <name>sonde::KqlTree</name>
    <message>
        <source>The query could not be analysed.</source>
        <translation>De query kan niet worden geanalyseerd.</translation>
    </message>
    <message>
        <source>Change the query and run it again.</source>
        <translation>Pas de query aan en voer die opnieuw uit.</translation>
    </message>
</context>
<context>
    <name>sonde::LinkQuestion</name>
    <message>
        <source>Open link</source>
        <translation>Koppeling openen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>&amp;Open in the browser</source>
        <translation>In de browser &amp;openen</translation>
    </message>
    <message>
        <source>Copy a&amp;ddress</source>
        <translation>A&amp;dres kopiëren</translation>
    </message>
    <message>
        <source>This address from the rows leads to:</source>
        <translation>Dit adres uit de rijen leidt naar:</translation>
    </message>
    <message>
        <source>Host: %1</source>
        <extracomment>%1: a host, as www.example.com</extracomment>
        <translation>Host: %1</translation>
    </message>
    <message>
        <source>The host is written with other letters than those of English, as “%1”; some look alike.</source>
        <extracomment>%1: a host, as www.example.com, with letters of another alphabet</extracomment>
        <translation>De host staat er met andere letters dan die van het Engels, als “%1”; sommige lijken op elkaar.</translation>
    </message>
    <message>
        <source>What stands before the @ is a name to sign in with, and no host.</source>
        <translation>Wat vóór de @ staat, is een aanmeldnaam en geen host.</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>De verbinding is niet versleuteld.</translation>
    </message>
    <message>
        <source>Open link…</source>
        <translation>Koppeling openen…</translation>
    </message>
</context>
<context>
    <name>sonde::LocalTableCommands</name>
    <message>
        <source>Open files as tables</source>
        <translation>Bestanden openen als tabellen</translation>
    </message>
    <message>
        <source>Files with rows (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.parquet *.sqlite *.db *.sonde-result *.gz)</source>
        <translation>Bestanden met rijen (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.parquet *.sqlite *.db *.sonde-result *.gz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Making a table of the rows</source>
        <translation>Van de rijen wordt een tabel gemaakt</translation>
    </message>
    <message>
        <source>No table was made of the rows.</source>
        <translation>Van de rijen is geen tabel gemaakt.</translation>
    </message>
    <message>
        <source>%1: %2, until Sonde is closed</source>
        <extracomment>%1: a table; %2: what is in it, as: 1 200 rows from export.csv</extracomment>
        <translation>%1: %2, tot Sonde wordt gesloten</translation>
    </message>
</context>
<context>
    <name>sonde::LocalTableStore</name>
    <message numerus="yes">
        <source>%L1 rows from %2</source>
        <extracomment>%L1: how many; %2: a file’s path, or the name of a connection</extracomment>
        <translation>
            <numerusform>%L1 rij uit %2</numerusform>
            <numerusform>%L1 rijen uit %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>De import is gestopt.</translation>
    </message>
    <message>
        <source>The imported tables could not be read.</source>
        <translation>De geïmporteerde tabellen konden niet worden gelezen.</translation>
    </message>
</context>
<context>
    <name>sonde::LogsQuery</name>
    <message numerus="yes">
        <source>The answer broke off after %Ln row(s).</source>
        <translation>
            <numerusform>Het antwoord brak af na %Ln rij.</numerusform>
            <numerusform>Het antwoord brak af na %Ln rijen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln row(s) were asked for; there are more.</source>
        <translation>
            <numerusform>Er is alleen om de eerste rij gevraagd; er zijn er meer.</numerusform>
            <numerusform>Er is alleen om de eerste %Ln rijen gevraagd; er zijn er meer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::MessageBar</name>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Deze melding sluiten</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>De details kopiëren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <extracomment>%1: the service’s code of an error, verbatim</extracomment>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <extracomment>%1: a number, as 400</extracomment>
        <translation>HTTP-status: %1</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <extracomment>%1: an id of the service, for its support</extracomment>
        <translation>Aanvraag-id: %1</translation>
    </message>
    <message>
        <source>In the query: line %1, column %2</source>
        <extracomment>%1 and %2: numbers, counted from 1</extracomment>
        <translation>In de query: regel %1, kolom %2</translation>
    </message>
    <message>
        <source>The raw answer:</source>
        <translation>Het ruwe antwoord:</translation>
    </message>
    <message>
        <source>Run a&amp;gain</source>
        <translation>&amp;Opnieuw uitvoeren</translation>
    </message>
    <message>
        <source>Raise the limi&amp;t to 600 s</source>
        <translation>Limiet &amp;verhogen naar 600 s</translation>
    </message>
    <message>
        <source>Run as &amp;KQL</source>
        <translation>Als KQL &amp;uitvoeren</translation>
    </message>
    <message>
        <source>Edit co&amp;nnection</source>
        <translation>Verbinding b&amp;ewerken</translation>
    </message>
    <message>
        <source>&amp;Unlock the keychain</source>
        <translation>Sleutelbos ont&amp;grendelen</translation>
    </message>
    <message>
        <source>Open &amp;settings</source>
        <translation>&amp;Instellingen openen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fout</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Waarschuwing</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informatie</translation>
    </message>
</context>
<context>
    <name>sonde::MetadataJob</name>
    <message>
        <source>The workspace’s list of tables is longer than %1.</source>
        <extracomment>%1: a size, such as “256 MB”</extracomment>
        <translation>De lijst met tabellen van de werkruimte is langer dan %1.</translation>
    </message>
    <message>
        <source>The built-in tables are used in its place.</source>
        <translation>De ingebouwde tabellen worden in plaats daarvan gebruikt.</translation>
    </message>
</context>
<context>
    <name>sonde::OpenTableDialog</name>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Puntkomma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>Verticale streep</translation>
    </message>
    <message>
        <source>Double quotes</source>
        <translation>Dubbele aanhalingstekens</translation>
    </message>
    <message>
        <source>Single quotes</source>
        <translation>Enkele aanhalingstekens</translation>
    </message>
    <message>
        <source>No quotes</source>
        <translation>Geen aanhalingstekens</translation>
    </message>
    <message>
        <source>Open as table</source>
        <translation>Openen als tabel</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>&amp;Open as table</source>
        <translation>&amp;Openen als tabel</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>Names and types can be changed: double click, or F2</source>
        <translation>Namen en typen kunnen worden gewijzigd: dubbelklik, of F2</translation>
    </message>
    <message>
        <source>&amp;Name of the table:</source>
        <translation>&amp;Naam van de tabel:</translation>
    </message>
    <message>
        <source>Names in the &amp;first line</source>
        <translation>Namen in de &amp;eerste regel</translation>
    </message>
    <message>
        <source>&amp;Delimiter:</source>
        <translation>&amp;Scheidingsteken:</translation>
    </message>
    <message>
        <source>&amp;Quotes:</source>
        <translation>&amp;Aanhalingstekens:</translation>
    </message>
    <message>
        <source>Looking at the beginning of the file</source>
        <translation>Het begin van het bestand wordt bekeken</translation>
    </message>
    <message>
        <source>“%1”: %2, %3</source>
        <extracomment>%1: a file’s name; %2: a kind, as CSV; %3: a size, as 12 MB</extracomment>
        <translation>“%1”: %2, %3</translation>
    </message>
    <message>
        <source>A table needs a name.</source>
        <translation>Een tabel heeft een naam nodig.</translation>
    </message>
    <message>
        <source>A name has letters, digits and _ only, no digit first, and is no word of KQL.</source>
        <translation>Een naam heeft alleen letters, cijfers en _, geen cijfer vooraan, en is geen woord van KQL.</translation>
    </message>
    <message>
        <source>Two of these tables have this name. Give one of them another, or leave one out.</source>
        <translation>Twee van deze tabellen heten zo. Geef er een een andere naam, of laat er een weg.</translation>
    </message>
    <message>
        <source>You have a table of this name; this one takes its place.</source>
        <translation>U hebt een tabel met deze naam; deze komt ervoor in de plaats.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Er wordt gelezen</translation>
    </message>
    <message>
        <source>The reading was stopped; no table was made.</source>
        <translation>Het lezen is gestopt; er is geen tabel gemaakt.</translation>
    </message>
</context>
<context>
    <name>sonde::PageRunner</name>
    <message>
        <source>Query %1 of %2</source>
        <extracomment>%1: which one; %2: how many there are</extracomment>
        <translation>Query %1 van %2</translation>
    </message>
    <message>
        <source>Query %1 of %2: %3</source>
        <extracomment>%1: which one; %2: how many there are; %3: what is being waited for</extracomment>
        <translation>Query %1 van %2: %3</translation>
    </message>
    <message>
        <source>This was query %1 of %2, the last one.</source>
        <extracomment>%1: which one; %2: how many there are</extracomment>
        <translation>Dit was query %1 van %2, de laatste.</translation>
    </message>
    <message>
        <source>This was query %1 of %2; those after it were not run.</source>
        <extracomment>%1: which one; %2: how many there are</extracomment>
        <translation>Dit was query %1 van %2; die erna zijn niet uitgevoerd.</translation>
    </message>
</context>
<context>
    <name>sonde::ParameterField</name>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Getal</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum en tijd</translation>
    </message>
    <message>
        <source>Timespan</source>
        <translation>Timespan</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>What the value is, which decides how it is written in the query</source>
        <translation>Wat de waarde is; dat bepaalt hoe ze in de query wordt geschreven</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <extracomment>%1: the name of a parameter</extracomment>
        <translation>Type van %1</translation>
    </message>
    <message>
        <source>The query declares it so</source>
        <translation>Zo declareert de query het</translation>
    </message>
    <message>
        <source>such as %1</source>
        <extracomment>%1: a value such as one could be typed</extracomment>
        <translation>zoals %1</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <extracomment>%1: the name of a parameter</extracomment>
        <translation>Waarde van %1</translation>
    </message>
    <message>
        <source>Without a value, the query’s own is used: %1</source>
        <extracomment>%1: a value, as it stands in the query</extracomment>
        <translation>Zonder waarde geldt die van de query zelf: %1</translation>
    </message>
    <message>
        <source>Values with commas between them, in quotes where they hold one; numbers where all of them are.</source>
        <translation>Waarden met komma’s ertussen, tussen aanhalingstekens waar er een in staat; getallen als ze dat allemaal zijn.</translation>
    </message>
    <message>
        <source>UTC, unless the value names another zone.</source>
        <translation>UTC, tenzij de waarde een andere zone noemt.</translation>
    </message>
    <message>
        <source>Days, hours, minutes and seconds: 7d, 1h30m, 90s.</source>
        <translation>Dagen, uren, minuten en seconden: 7d, 1h30m, 90s.</translation>
    </message>
    <message>
        <source>As it fits</source>
        <translation>Wat past</translation>
    </message>
    <message>
        <source>The value has line breaks, which are sent with it.</source>
        <translation>De waarde bevat regeleinden; die worden meegestuurd.</translation>
    </message>
    <message>
        <source>The value has line breaks, which are sent with it. Where each line is a value of its own, choose List as the type.</source>
        <translation>De waarde bevat regeleinden; die worden meegestuurd. Kies Lijst als type wanneer elke regel een eigen waarde is.</translation>
    </message>
</context>
<context>
    <name>sonde::ParameterStrip</name>
    <message>
        <source>Parameters of the query</source>
        <translation>Parameters van de query</translation>
    </message>
    <message>
        <source>Same in all tabs</source>
        <translation>In alle tabbladen hetzelfde</translation>
    </message>
    <message>
        <source>A value that is given in one tab is the one of every other tab whose query has a parameter of that name.</source>
        <translation>Een waarde die in het ene tabblad wordt gegeven, geldt in elk ander tabblad waarvan de query een parameter met die naam heeft.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: the name of a parameter; %2: a sentence on what is wrong with its value</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The query has %L1 parameters; fields are shown for the first %L2.</source>
        <extracomment>%L1: how many parameters; %L2: how many fields</extracomment>
        <translation>De query heeft %L1 parameters; voor de eerste %L2 is er een veld.</translation>
    </message>
</context>
<context>
    <name>sonde::PinCommands</name>
    <message>
        <source>Compare with</source>
        <translation>Vergelijken met</translation>
    </message>
</context>
<context>
    <name>sonde::ProbeRow</name>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>Name resolution</source>
        <translation>Naamomzetting</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Beveiligde verbinding</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Aanmelding</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Werkruimte</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Machtiging</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Bezig…</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Geslaagd</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Niet uitgevoerd</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestopt</translation>
    </message>
</context>
<context>
    <name>sonde::ProbeRun</name>
    <message>
        <source>Complete the connection.</source>
        <translation>Vul de verbinding aan.</translation>
    </message>
</context>
<context>
    <name>sonde::ProbeView</name>
    <message>
        <source>Finds out whether the names, the certificates, the sign-in, the workspace and the permission are in order. Nothing is stored.</source>
        <translation>Controleert of de namen, de certificaten, de aanmelding, de werkruimte en de machtiging in orde zijn. Er wordt niets opgeslagen.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Bezig met testen…</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>De test is gestopt.</translation>
    </message>
    <message>
        <source>The connection was changed since this test.</source>
        <translation>De verbinding is na deze test gewijzigd.</translation>
    </message>
    <message>
        <source>Logs query</source>
        <translation>Logquery</translation>
    </message>
    <message>
        <source>Classic search</source>
        <translation>Klassiek zoeken</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>Alles is in orde.</translation>
    </message>
    <message>
        <source>The connection does not work yet.</source>
        <translation>De verbinding werkt nog niet.</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>S&amp;toppen</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>De test stoppen</translation>
    </message>
    <message>
        <source>Test c&amp;onnection</source>
        <translation>Verbinding &amp;testen</translation>
    </message>
    <message>
        <source>Test c&amp;onnection again</source>
        <translation>Verbinding opnieuw &amp;testen</translation>
    </message>
    <message>
        <source>Try the connection as it stands here, saved or not</source>
        <translation>De verbinding proberen zoals die hier staat, opgeslagen of niet</translation>
    </message>
</context>
<context>
    <name>sonde::ProbeWork</name>
    <message>
        <source>%1 is %2</source>
        <extracomment>%1: a server’s name; %2: its address</extracomment>
        <translation>%1 is %2</translation>
    </message>
    <message>
        <source>%1 is looked up by the proxy %2</source>
        <extracomment>%1: a server’s name; %2: the proxy’s</extracomment>
        <translation>%1 wordt opgezocht door de proxy %2</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuut</numerusform>
            <numerusform>%n minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n uur</numerusform>
            <numerusform>%n uur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagen</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock of this machine is %1 ahead of the service’s.</source>
        <translation>De klok van deze computer loopt %1 voor op die van de service.</translation>
    </message>
    <message>
        <source>The clock of this machine is %1 behind the service’s.</source>
        <translation>De klok van deze computer loopt %1 achter op die van de service.</translation>
    </message>
    <message>
        <source>Correct the clock: certificates are checked by it.</source>
        <translation>Zet de klok gelijk: de geldigheid van certificaten wordt ermee gecontroleerd.</translation>
    </message>
    <message>
        <source>not encrypted: this machine</source>
        <translation>niet versleuteld: deze computer</translation>
    </message>
    <message>
        <source>%1 is vouched for by “%2”</source>
        <extracomment>%1: a server’s name; %2: who issued its certificate</extracomment>
        <translation>%1 heeft een certificaat van “%2”</translation>
    </message>
    <message>
        <source>Time ranges such as the last 24 hours are wrong by as much.</source>
        <translation>Tijdsbereiken zoals de laatste 24 uur wijken evenveel af.</translation>
    </message>
    <message>
        <source>This service was switched off in 2019.</source>
        <translation>Deze service is in 2019 stopgezet.</translation>
    </message>
    <message>
        <source>Enter the workspace id and search with KQL.</source>
        <translation>Voer de werkruimte-id in en zoek met KQL.</translation>
    </message>
    <message>
        <source>known for certain only once the permission is there</source>
        <translation>pas zeker zodra de machtiging er is</translation>
    </message>
</context>
<context>
    <name>sonde::ProblemsList</name>
    <message>
        <source>Problems</source>
        <translation>Problemen</translation>
    </message>
    <message>
        <source>Close the list (Esc)</source>
        <translation>Lijst sluiten (Esc)</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Lijst sluiten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln errors</source>
        <translation>
            <numerusform>%Ln fout</numerusform>
            <numerusform>%Ln fouten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warnings</source>
        <translation>
            <numerusform>%Ln waarschuwing</numerusform>
            <numerusform>%Ln waarschuwingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions</source>
        <translation>
            <numerusform>%Ln suggestie</numerusform>
            <numerusform>%Ln suggesties</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <extracomment>an entry of the list of problems; %1: a number; %2: what is wrong there</extracomment>
        <translation>Regel %1: %2</translation>
    </message>
    <message>
        <source>No problems found</source>
        <translation>Geen problemen gevonden</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Advies</translation>
    </message>
    <message>
        <source>What Sonde advises on to make a query cheaper; untick what you do not want to hear of.</source>
        <translation>Waar Sonde op wijst om een query goedkoper te maken; vink uit waar je niets over wilt horen.</translation>
    </message>
    <message>
        <source>Only KQL that can be edited is looked through.</source>
        <translation>Alleen KQL die bewerkt kan worden wordt doorgekeken.</translation>
    </message>
    <message>
        <source>Looking through the queries…</source>
        <translation>De query&apos;s worden doorgekeken…</translation>
    </message>
</context>
<context>
    <name>sonde::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Time since the start</source>
        <translation>Tijd sinds het begin</translation>
    </message>
    <message>
        <source>Part that is done</source>
        <translation>Voltooid deel</translation>
    </message>
</context>
<context>
    <name>sonde::QueryBar</name>
    <message>
        <source>Rows at &amp;most</source>
        <translation>&amp;Max. rijen</translation>
    </message>
    <message>
        <source>Time &amp;limit</source>
        <translation>&amp;Tijdslimiet</translation>
    </message>
    <message>
        <source>KQL</source>
        <translation>KQL</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Klassiek</translation>
    </message>
    <message>
        <source>Query language</source>
        <translation>Querytaal</translation>
    </message>
    <message>
        <source>KQL is today’s language; Classic is that of the Log Search API of 2015 to 2019.</source>
        <translation>KQL is de huidige taal; Klassiek is die van de Log Search API van 2015 tot 2019.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Rows at most</source>
        <translation>Maximaal aantal rijen</translation>
    </message>
    <message>
        <source>Sonde stops reading after so many rows; the query is sent as it stands.</source>
        <translation>Sonde stopt na dit aantal rijen met lezen; de query wordt ongewijzigd verzonden.</translation>
    </message>
    <message>
        <source>Sent with the search as its top; the service gives %L1 at most.</source>
        <translation>Gaat als top met de zoekopdracht mee; de service geeft hoogstens %L1 rijen.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>%1: a time limit in seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>%1: a time limit in minutes</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Tijdslimiet</translation>
    </message>
    <message>
        <source>How long the service may work on the query before it gives up.</source>
        <translation>Hoelang de service aan de query mag werken voordat die het opgeeft.</translation>
    </message>
    <message>
        <source>Runs once</source>
        <translation>Eén keer</translation>
    </message>
    <message>
        <source>Every %1 s</source>
        <extracomment>%1: how many seconds</extracomment>
        <translation>Elke %1 s</translation>
    </message>
    <message>
        <source>Every %1 min</source>
        <extracomment>%1: how many minutes</extracomment>
        <translation>Elke %1 min</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Elk uur</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Opnieuw uitvoeren</translation>
    </message>
    <message>
        <source>Run the query again by itself, so long after the end of each run. It waits while the tab is out of sight, and ends when a run fails or is stopped.</source>
        <translation>Voert de query vanzelf opnieuw uit, zo lang na het einde van elke keer. Dat wacht zolang het tabblad niet te zien is, en houdt op zodra een keer mislukt of wordt gestopt.</translation>
    </message>
</context>
<context>
    <name>sonde::QueryComparison</name>
    <message>
        <source>Compare queries</source>
        <translation>Query&apos;s vergelijken</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Verschilt</translation>
    </message>
    <message>
        <source>%1, differs: %2</source>
        <extracomment>How a screen reader says what differs between two queries. %1: such as Connection; %2: its name</extracomment>
        <translation>%1, verschilt: %2</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Vorige</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Vorig verschil</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>V&amp;olgende</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Volgend verschil</translation>
    </message>
    <message>
        <source>Comparing the lines.</source>
        <translation>De regels worden vergeleken.</translation>
    </message>
    <message>
        <source>The texts are the same.</source>
        <translation>De teksten zijn gelijk.</translation>
    </message>
    <message>
        <source>Difference %L1 of %L2</source>
        <extracomment>%L1: which one, as a number; %L2: how many there are</extracomment>
        <translation>Verschil %L1 van %L2</translation>
    </message>
</context>
<context>
    <name>sonde::QueryDocument</name>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>“%1” is er niet meer.</translation>
    </message>
    <message>
        <source>The text is still here; save it to write the file again.</source>
        <translation>De tekst is er nog; sla die op om het bestand opnieuw te maken.</translation>
    </message>
    <message>
        <source>“%1” was changed by another program.</source>
        <translation>“%1” is door een ander programma gewijzigd.</translation>
    </message>
    <message>
        <source>Reloading replaces your changes; undo brings them back. Keeping yours lets the next save replace the file.</source>
        <translation>Opnieuw laden vervangt je wijzigingen; met Ongedaan maken haal je ze terug. Behoud je jouw versie, dan vervangt die het bestand zodra je weer opslaat.</translation>
    </message>
    <message>
        <source>Reload it, or keep the text that is here.</source>
        <translation>Laad het bestand opnieuw of behoud de tekst die hier staat.</translation>
    </message>
    <message>
        <source>Rel&amp;oad</source>
        <translation>Opnieuw l&amp;aden</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>Mijn &amp;versie behouden</translation>
    </message>
</context>
<context>
    <name>sonde::QueryEditor</name>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>The text has NUL characters, which the editor cannot hold; it can be run but not changed.</source>
        <translation>De tekst bevat NUL-tekens, waar de editor niet mee overweg kan; uitvoeren kan, wijzigen niet.</translation>
    </message>
    <message>
        <source>The text has a very long line, which the editor cannot hold; only its beginning is shown.</source>
        <translation>De tekst bevat een heel lange regel, waar de editor niet mee overweg kan; alleen het begin is te zien.</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Ga naar regel</translation>
    </message>
    <message>
        <source>Line (1 to %1)</source>
        <extracomment>%1: the number of the last line</extracomment>
        <translation>Regel (1 t/m %1)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Knippen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Plakken</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles selecteren</translation>
    </message>
</context>
<context>
    <name>sonde::QueryFiles</name>
    <message>
        <source>Queries (*.kql *.csl *.txt)</source>
        <translation>Query&apos;s (*.kql *.csl *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Save the query</source>
        <translation>Query opslaan</translation>
    </message>
    <message>
        <source>Open a query or a result</source>
        <translation>Een query of resultaat openen</translation>
    </message>
    <message>
        <source>Queries and results (*.kql *.csl *.txt *.sonde-result *.json *.json.gz)</source>
        <translation>Query’s en resultaten (*.kql *.csl *.txt *.sonde-result *.json *.json.gz)</translation>
    </message>
    <message>
        <source>Results (*.sonde-result *.json *.json.gz)</source>
        <translation>Resultaten (*.sonde-result *.json *.json.gz)</translation>
    </message>
</context>
<context>
    <name>sonde::QueryPage</name>
    <message>
        <source>The rows of the query appear here.</source>
        <translation>Hier verschijnen de rijen van de query.</translation>
    </message>
    <message>
        <source>Run query</source>
        <translation>Query uitvoeren</translation>
    </message>
    <message>
        <source>The rows appear here as they come.</source>
        <translation>De rijen verschijnen hier zodra ze binnenkomen.</translation>
    </message>
    <message>
        <source>No rows match the query in this time range.</source>
        <translation>De query levert in dit tijdsbereik geen rijen op.</translation>
    </message>
    <message>
        <source>Change the time range</source>
        <translation>Tijdsbereik wijzigen</translation>
    </message>
    <message>
        <source>Rows from %1, until new ones come.</source>
        <translation>Rijen van %1, tot er nieuwe binnenkomen.</translation>
    </message>
    <message>
        <source>Rows from %1, of an earlier run.</source>
        <translation>Rijen van %1, uit een eerdere uitvoering.</translation>
    </message>
    <message>
        <source>Rows of “%1”, from before another connection was chosen.</source>
        <translation>Rijen van “%1”, van voordat een andere verbinding werd gekozen.</translation>
    </message>
    <message>
        <source>The connection of this tab is no longer there.</source>
        <translation>De verbinding van dit tabblad is er niet meer.</translation>
    </message>
    <message>
        <source>Choose another one and run the query.</source>
        <translation>Kies een andere verbinding en voer de query uit.</translation>
    </message>
    <message>
        <source>Not all rows have come.</source>
        <translation>Niet alle rijen zijn binnengekomen.</translation>
    </message>
    <message>
        <source>Waiting for the keychain to be unlocked.</source>
        <translation>Wachten tot de sleutelbos is ontgrendeld.</translation>
    </message>
</context>
<context>
    <name>sonde::QueryTabBar</name>
    <message>
        <source>Title of the tab</source>
        <translation>Titel van het tabblad</translation>
    </message>
</context>
<context>
    <name>sonde::QueryTabs</name>
    <message>
        <source>Queries</source>
        <translation>Query&apos;s</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Tabblad sluiten</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>De wijzigingen in “%1” opslaan?</translation>
    </message>
    <message>
        <source>Without saving, the file stays as it is.</source>
        <translation>Zonder opslaan blijft het bestand zoals het is.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Opslaan</translation>
    </message>
    <message>
        <source>&amp;Don’t save</source>
        <translation>&amp;Niet opslaan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <extracomment>%1: the name of the tab it is a copy of</extracomment>
        <translation>%1 (kopie)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Hernoemen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliceren</translation>
    </message>
    <message>
        <source>Copy the file’s &amp;path</source>
        <translation>Bestands&amp;pad kopiëren</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>Close &amp;others</source>
        <translation>&amp;Andere sluiten</translation>
    </message>
    <message>
        <source>Reopen closed &amp;tab</source>
        <translation>&amp;Gesloten tabblad opnieuw openen</translation>
    </message>
    <message>
        <source>Query %1</source>
        <extracomment>A new tab’s name. %1: 1, 2, 3</extracomment>
        <translation>Query %1</translation>
    </message>
    <message>
        <source>“%1” is pinned, and closes only once it is unpinned</source>
        <extracomment>%1: the name of a tab</extracomment>
        <translation>“%1” is vastgepind en kan pas worden gesloten als dat niet meer zo is</translation>
    </message>
    <message>
        <source>Unp&amp;in</source>
        <translation>Niet meer &amp;vastpinnen</translation>
    </message>
    <message>
        <source>P&amp;in</source>
        <translation>&amp;Vastpinnen</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <extracomment>%1: what is on a tab</extracomment>
        <translation>%1, vastgepind</translation>
    </message>
</context>
<context>
    <name>sonde::RecentFiles</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: a file’s name; %2: its folder</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;Lijst wissen</translation>
    </message>
</context>
<context>
    <name>sonde::RequestLog</name>
    <message>
        <source>The request log was switched off: “%1” could not be written.</source>
        <translation>Het aanvraaglogboek is uitgeschakeld: naar “%1” kon niet worden geschreven.</translation>
    </message>
    <message>
        <source>Make room or choose another file, and switch it on again in the settings.</source>
        <translation>Maak ruimte of kies een ander bestand, en schakel het in de instellingen weer in.</translation>
    </message>
</context>
<context>
    <name>sonde::ResultFiles</name>
    <message>
        <source>Save the result</source>
        <translation>Resultaat opslaan</translation>
    </message>
    <message>
        <source>Results (*.sonde-result)</source>
        <translation>Resultaten (*.sonde-result)</translation>
    </message>
    <message>
        <source>Saving “%1”</source>
        <extracomment>%1: a file’s name</extracomment>
        <translation>“%1” opslaan</translation>
    </message>
    <message>
        <source>The result was saved in “%1”.</source>
        <extracomment>%1: a file’s path</extracomment>
        <translation>Het resultaat is opgeslagen in “%1”.</translation>
    </message>
    <message>
        <source>Sho&amp;w folder</source>
        <translation>Ma&amp;p tonen</translation>
    </message>
    <message>
        <source>The result was not saved.</source>
        <translation>Het resultaat is niet opgeslagen.</translation>
    </message>
    <message>
        <source>No file was written; an older file of that name is as it was.</source>
        <translation>Er is geen bestand geschreven; een ouder bestand met die naam is ongewijzigd gebleven.</translation>
    </message>
</context>
<context>
    <name>sonde::ResultTabs</name>
    <message>
        <source>Result tables</source>
        <translation>Resultaattabellen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultaten</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <extracomment>%1: what is on a tab</extracomment>
        <translation>%1, vastgepind</translation>
    </message>
    <message>
        <source>The pinned results “%1” were closed.</source>
        <extracomment>%1: what a tab with results was called</extracomment>
        <translation>De vastgepinde resultaten “%1” zijn gesloten.</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Hernoemen</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>The results “%1” were closed.</source>
        <extracomment>%1: what a tab with results was called</extracomment>
        <translation>De resultaten “%1” zijn gesloten.</translation>
    </message>
</context>
<context>
    <name>sonde::ResultsModel</name>
    <message>
        <source>No value</source>
        <translation>Geen waarde</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: a column’s name; %2: KQL’s name of its type</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sorted downwards</source>
        <translation>Aflopend gesorteerd</translation>
    </message>
    <message>
        <source>Sorted upwards</source>
        <translation>Oplopend gesorteerd</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: a row’s number; %2: what is known of it, as how severe its event is: Error</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a column’s name; %2: how severe the row’s event is, as Error</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>datetime column</comment>
        <extracomment>%1: a column’s name; %2: the time zone of its datetimes, as UTC or Amsterdam</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2), shown in %3</source>
        <extracomment>%1: a column’s name; %2: KQL’s name of its type; %3: a time zone, as UTC or Europe/Amsterdam</extracomment>
        <translation>%1 (%2), getoond in %3</translation>
    </message>
    <message>
        <source>%1, key %L2</source>
        <extracomment>%1: “Sorted upwards” or “Sorted downwards”; %L2: its place among the columns sorted by, as 2</extracomment>
        <translation>%1, sleutel %L2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>datetime</comment>
        <extracomment>%1: a date and time; %2: its time zone, as Amsterdam</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2), format: %3</source>
        <extracomment>%1: a column’s name; %2: KQL’s name of its type; %3: a format, as “hexadecimal” or “relative time”</extracomment>
        <translation>%1 (%2), notatie: %3</translation>
    </message>
    <message>
        <source>in alphabetical order</source>
        <translation>op alfabetische volgorde</translation>
    </message>
</context>
<context>
    <name>sonde::ResultsPane</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Writing “%1”</source>
        <extracomment>%1: a file’s name</extracomment>
        <translation>“%1” wordt geschreven</translation>
    </message>
    <message numerus="yes">
        <source>%L1 rows were written to “%2”.</source>
        <extracomment>%L1: how many; %2: a file’s name</extracomment>
        <translation>
            <numerusform>%L1 rij is opgeslagen in “%2”.</numerusform>
            <numerusform>%L1 rijen zijn opgeslagen in “%2”.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Open file</source>
        <translation>Bestand &amp;openen</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Het exporteren is geannuleerd.</translation>
    </message>
    <message>
        <source>No file was written; an older file of that name is as it was.</source>
        <translation>Er is geen bestand geschreven; een ouder bestand met die naam is ongewijzigd gebleven.</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>%L1 rows were written to %2 files; the first is “%3”.</source>
        <extracomment>%L1 and %2: how many rows and files; %3: the name of the first file</extracomment>
        <translation>%L1 rijen zijn opgeslagen in %2 bestanden; het eerste is “%3”.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) had more than 32,767 characters, all that a workbook has room for, and were cut.</source>
        <translation>
            <numerusform>%n cel had meer dan 32.767 tekens, meer dan in een werkmap past, en is ingekort.</numerusform>
            <numerusform>%n cellen hadden meer dan 32.767 tekens, meer dan in een werkmap past, en zijn ingekort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sho&amp;w in folder</source>
        <translation>In ma&amp;p tonen</translation>
    </message>
</context>
<context>
    <name>sonde::ResultsView</name>
    <message>
        <source>Result rows</source>
        <translation>Resultaatrijen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy with headers</source>
        <translation>Kopiëren met kolomnamen</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Cel kopiëren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles selecteren</translation>
    </message>
    <message>
        <source>Row details</source>
        <translation>Rijdetails</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>Op deze kolom sorteren</translation>
    </message>
    <message>
        <source>Only this value</source>
        <translation>Alleen deze waarde</translation>
    </message>
    <message>
        <source>Without this value</source>
        <translation>Zonder deze waarde</translation>
    </message>
    <message>
        <source>Only these values, in the query</source>
        <translation>Alleen deze waarden, in de query</translation>
    </message>
    <message>
        <source>Without these values, in the query</source>
        <translation>Zonder deze waarden, in de query</translation>
    </message>
    <message>
        <source>No row passes the filters.</source>
        <translation>Geen enkele rij komt door de filters.</translation>
    </message>
    <message>
        <source>Show whole value</source>
        <translation>Hele waarde tonen</translation>
    </message>
</context>
<context>
    <name>sonde::RowComparing</name>
    <message>
        <source>Comparing with “%1”</source>
        <extracomment>%1: what a tab with pinned results is called</extracomment>
        <translation>Vergelijken met “%1”</translation>
    </message>
    <message>
        <source>Only here, not in “%1”</source>
        <extracomment>%1: what a tab with pinned results is called</extracomment>
        <translation>Alleen hier, niet in “%1”</translation>
    </message>
    <message>
        <source>Only here, not in the last results</source>
        <translation>Alleen hier, niet in de laatste resultaten</translation>
    </message>
</context>
<context>
    <name>sonde::RowDetailsDock</name>
    <message>
        <source>Row details</source>
        <translation>Rijdetails</translation>
    </message>
    <message>
        <source>Whole value</source>
        <translation>Volledige waarde</translation>
    </message>
    <message>
        <source>Choose a field to see its whole value.</source>
        <translation>Kies een veld om de volledige waarde te zien.</translation>
    </message>
    <message>
        <source>Choose a row to see all of its fields.</source>
        <translation>Kies een rij om alle velden ervan te zien.</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Vorige rij</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Volgende rij</translation>
    </message>
    <message>
        <source>Hide empty fields</source>
        <translation>Lege velden verbergen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alles uitvouwen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alles invouwen</translation>
    </message>
    <message>
        <source>Only the first %L1 characters are shown here; %2 shows all of them.</source>
        <extracomment>%L1: how many characters; %2: keys, as Shift+F4</extracomment>
        <translation>Hier staan alleen de eerste %L1 tekens; %2 toont ze allemaal.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: what a button does; %2: its keys</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Row %L1 of %L2</source>
        <extracomment>%L1: which of the rows shown this one is; %L2: how many they are</extracomment>
        <translation>Rij %L1 van %L2</translation>
    </message>
</context>
<context>
    <name>sonde::RowDetailsModel</name>
    <message>
        <source>No value</source>
        <translation>Geen waarde</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: a column’s name; %2: KQL’s name of its type</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wordt gelezen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln values</source>
        <extracomment>%Ln: how many values of a list, or fields of an object</extracomment>
        <translation>
            <numerusform>%Ln waarde</numerusform>
            <numerusform>%Ln waarden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::RowsToQuery</name>
    <message>
        <source>Only queries in KQL take such lines; this one is a classic search.</source>
        <translation>Alleen query’s in KQL kunnen zulke regels hebben; deze is een klassieke zoekopdracht.</translation>
    </message>
</context>
<context>
    <name>sonde::SchemaModel</name>
    <message>
        <source>Functions</source>
        <translation>Functies</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Met ster</translation>
    </message>
    <message>
        <source>Custom tables</source>
        <translation>Eigen tabellen</translation>
    </message>
    <message>
        <source>Other tables</source>
        <translation>Overige tabellen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln table(s)</source>
        <extracomment>%1: the title of a group of tables</extracomment>
        <translation>
            <numerusform>%1, %Ln tabel</numerusform>
            <numerusform>%1, %Ln tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, starred table</source>
        <extracomment>%1: the name of a table</extracomment>
        <translation>%1, tabel met ster</translation>
    </message>
    <message>
        <source>%1, table</source>
        <extracomment>%1: the name of a table</extracomment>
        <translation>%1, tabel</translation>
    </message>
    <message>
        <source>Solution: %1</source>
        <extracomment>%1: names of solutions, as Microsoft Sentinel</extracomment>
        <translation>Oplossing: %1</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <extracomment>%1: names of categories, as Security</extracomment>
        <translation>Categorie: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln kolom</numerusform>
            <numerusform>%Ln kolommen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, function</source>
        <extracomment>%1: the name of a function</extracomment>
        <translation>%1, functie</translation>
    </message>
    <message>
        <source>%1, function of %2</source>
        <extracomment>%1: the name of a function; %2: its parameters</extracomment>
        <translation>%1, functie van %2</translation>
    </message>
</context>
<context>
    <name>sonde::SearchOptions</name>
    <message>
        <source>In the selection</source>
        <translation>In de selectie</translation>
    </message>
    <message>
        <source>Replace what is found</source>
        <translation>Vervangen wat is gevonden</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Hoofdlettergevoelig</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Hele woorden</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Reguliere expressie</translation>
    </message>
</context>
<context>
    <name>sonde::SearchRun</name>
    <message>
        <source>The search was stopped.</source>
        <translation>Het zoeken is gestopt.</translation>
    </message>
</context>
<context>
    <name>sonde::SearchStrip</name>
    <message>
        <source>Not found</source>
        <translation>Niet gevonden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <extracomment>%Ln: how many places a text was found at</extracomment>
        <translation>
            <numerusform>%Ln gevonden</numerusform>
            <numerusform>%Ln gevonden</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <extracomment>%L1: which of the places that a text was found at; %L2: how many they are</extracomment>
        <translation>%L1 van %L2</translation>
    </message>
    <message>
        <source>%L1 of more than %L2</source>
        <extracomment>%L1: which of the places that a text was found at; %L2: they are at least so many</extracomment>
        <translation>%L1 van meer dan %L2</translation>
    </message>
</context>
<context>
    <name>sonde::SearchWork</name>
    <message>
        <source>%1 min</source>
        <extracomment>%1: how many minutes a clock is wrong</extracomment>
        <translation>%1 minuten</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>%1: how many hours a clock is wrong</extracomment>
        <translation>%1 uur</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Het zoeken is gestopt.</translation>
    </message>
    <message>
        <source>The clock of this machine is %1 ahead of that of the service, so the time range was another than was meant.</source>
        <translation>De klok van deze computer loopt %1 voor op die van de service, waardoor het tijdsbereik anders was dan bedoeld.</translation>
    </message>
    <message>
        <source>The clock of this machine is %1 behind that of the service, so the time range was another than was meant.</source>
        <translation>De klok van deze computer loopt %1 achter op die van de service, waardoor het tijdsbereik anders was dan bedoeld.</translation>
    </message>
</context>
<context>
    <name>sonde::SecretField</name>
    <message>
        <source>Unlock</source>
        <translation>Ontgrendelen</translation>
    </message>
    <message>
        <source>&amp;Keep the secret only until Sonde is closed</source>
        <translation>Gehe&amp;im alleen bewaren tot Sonde wordt afgesloten</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheim</translation>
    </message>
    <message>
        <source>Ask the system’s keychain to open</source>
        <translation>Het systeem vragen de sleutelbos te ontgrendelen</translation>
    </message>
    <message>
        <source>In memory; nothing is written to the keychain</source>
        <translation>In het geheugen; er komt niets in de sleutelbos</translation>
    </message>
    <message>
        <source>Waiting for the keychain: its window may be behind this one.</source>
        <translation>Wachten op de sleutelbos: het venster ervan staat mogelijk achter dit venster.</translation>
    </message>
    <message>
        <source>Hide the secret</source>
        <translation>Geheim verbergen</translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation>Geheim tonen</translation>
    </message>
    <message>
        <source>Stored; type a new one to replace it</source>
        <translation>Opgeslagen; typ een nieuw geheim om het te vervangen</translation>
    </message>
    <message>
        <source>Known until Sonde is closed; type a new one to replace it</source>
        <translation>Bekend tot Sonde stopt; typ een nieuw geheim om het te vervangen</translation>
    </message>
    <message>
        <source>This machine has no keychain: the secret is kept in memory until Sonde is closed, never in a file.</source>
        <translation>Deze computer heeft geen sleutelbos: het geheim wordt in het geheugen bewaard tot Sonde wordt afgesloten, nooit in een bestand.</translation>
    </message>
    <message>
        <source>Kept in memory until Sonde is closed, never in a file.</source>
        <translation>Wordt in het geheugen bewaard tot Sonde wordt afgesloten, nooit in een bestand.</translation>
    </message>
    <message>
        <source>The system’s keychain is locked. Unlock it, or keep the secret only until Sonde is closed.</source>
        <translation>De sleutelbos van het systeem is vergrendeld. Ontgrendel de sleutelbos of bewaar het geheim alleen tot Sonde wordt afgesloten.</translation>
    </message>
    <message>
        <source>Kept in the system’s keychain, never in a file.</source>
        <translation>Wordt bewaard in de sleutelbos van het systeem, nooit in een bestand.</translation>
    </message>
</context>
<context>
    <name>sonde::SessionSecretStore</name>
    <message>
        <source>No secret is kept for this connection.</source>
        <translation>Voor deze verbinding is geen geheim bewaard.</translation>
    </message>
    <message>
        <source>Enter it in the connection.</source>
        <translation>Voer het in de verbinding in.</translation>
    </message>
    <message>
        <source>The secret is kept in memory until Sonde is closed.</source>
        <translation>Het geheim blijft in het geheugen tot Sonde wordt afgesloten.</translation>
    </message>
    <message>
        <source>This machine has no keychain.</source>
        <translation>Deze computer heeft geen sleutelbos.</translation>
    </message>
    <message>
        <source>Secrets are kept in memory until Sonde is closed.</source>
        <translation>Geheimen blijven in het geheugen tot Sonde wordt afgesloten.</translation>
    </message>
</context>
<context>
    <name>sonde::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pagina&apos;s met instellingen</translation>
    </message>
    <message>
        <source>&amp;Keep the password until Sonde closes</source>
        <translation>Wachtwoord b&amp;ewaren tot Sonde wordt afgesloten</translation>
    </message>
    <message>
        <source>The password is kept in memory and has to be typed again next time</source>
        <translation>Het wachtwoord blijft in het geheugen en moet de volgende keer opnieuw worden getypt</translation>
    </message>
    <message>
        <source>&amp;Restore defaults</source>
        <translation>&amp;Standaardwaarden herstellen</translation>
    </message>
    <message>
        <source>Of the page shown; nothing changes before OK</source>
        <translation>Van de getoonde pagina; pas bij OK verandert er iets</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a setting’s page; %2: what is wrong on it</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sonde::SettingsExportPage</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>&amp;Header row with the names of the columns</source>
        <translation>&amp;Kopregel met de kolomnamen</translation>
    </message>
    <message>
        <source>Byte or&amp;der mark, so that Excel reads accents</source>
        <translation>Byte-or&amp;der mark (BOM), zodat Excel accenten goed leest</translation>
    </message>
    <message>
        <source>&amp;Guard cells that a spreadsheet would run as a formula</source>
        <translation>&amp;Cellen onschadelijk maken die een spreadsheet als formule zou uitvoeren</translation>
    </message>
    <message>
        <source>&amp;Open when done</source>
        <translation>Na afloop o&amp;penen</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Bladeren…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>De map kiezen</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Map</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>&amp;Formaat</translation>
    </message>
    <message>
        <source>CSV &amp;separator</source>
        <translation>CSV-scheidings&amp;teken</translation>
    </message>
    <message>
        <source>An apostrophe is put before text that begins with = + - or @.</source>
        <translation>Tekst die begint met = + - of @ krijgt een apostrof ervoor.</translation>
    </message>
    <message>
        <source>There is no folder “%1”. Choose another one.</source>
        <translation>De map “%1” bestaat niet. Kies een andere map.</translation>
    </message>
    <message>
        <source>Folder of exports</source>
        <translation>Exportmap</translation>
    </message>
    <message>
        <source>By language</source>
        <translation>Volgens de taal</translation>
    </message>
    <message>
        <source>As spreadsheets of this language read it: a semicolon where numbers have a decimal comma.</source>
        <translation>Zoals spreadsheets in deze taal het lezen: een puntkomma waar getallen een decimale komma hebben.</translation>
    </message>
</context>
<context>
    <name>sonde::SettingsFontsPage</name>
    <message>
        <source>Theme and fonts</source>
        <translation>Thema en lettertypen</translation>
    </message>
    <message>
        <source>T&amp;able rows in the editor’s font too</source>
        <translation>Tabel&amp;rijen ook in het lettertype van de editor</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thema</translation>
    </message>
    <message>
        <source>The system’s fixed font (%1)</source>
        <translation>Systeemlettertype met vaste breedte (%1)</translation>
    </message>
    <message>
        <source>&amp;Editor font</source>
        <translation>&amp;Lettertype van de editor</translation>
    </message>
    <message>
        <source>The system’s</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Grootte</translation>
    </message>
    <message>
        <source>Of editor and tables; also with Ctrl++, Ctrl+- and Ctrl+0.</source>
        <translation>Van editor en tabellen; ook met Ctrl++, Ctrl+- en Ctrl+0.</translation>
    </message>
    <message>
        <source>Sample of the font</source>
        <translation>Voorbeeld van het lettertype</translation>
    </message>
    <message>
        <source>%1 (not installed)</source>
        <extracomment>%1: a font’s name</extracomment>
        <translation>%1 (niet geïnstalleerd)</translation>
    </message>
</context>
<context>
    <name>sonde::SettingsGeneralPage</name>
    <message>
        <source>General</source>
        <translation>Algemeen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Taal</translation>
    </message>
    <message>
        <source>Dates and numbers are written as this language does.</source>
        <translation>Datums en getallen worden geschreven zoals in deze taal gebruikelijk is.</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time (%1)</source>
        <extracomment>%1: a time zone, as Europe/Amsterdam</extracomment>
        <translation>Lokale tijd (%1)</translation>
    </message>
    <message>
        <source>&amp;Times shown in</source>
        <translation>T&amp;ijden tonen in</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>T&amp;ime limit</source>
        <translation>Tijds&amp;limiet</translation>
    </message>
    <message>
        <source>How long the service may work on one query. Ten minutes is the most that it grants.</source>
        <translation>Hoelang de service aan één query mag werken. Meer dan tien minuten staat de service niet toe.</translation>
    </message>
    <message>
        <source>Exported files hold UTC, unless the export says otherwise.</source>
        <translation>Geëxporteerde bestanden bevatten UTC, tenzij de export iets anders zegt.</translation>
    </message>
</context>
<context>
    <name>sonde::SettingsNetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>&amp;Vergeten</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>This HTTP proxy</source>
        <translation>Deze HTTP-proxy</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>&amp;Proxy</translation>
    </message>
    <message>
        <source>Never used to reach this machine itself.</source>
        <translation>Wordt nooit gebruikt om deze computer zelf te bereiken.</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Poort van de proxy</translation>
    </message>
    <message>
        <source>The port, from 1 to 65535</source>
        <translation>De poort, van 1 tot en met 65535</translation>
    </message>
    <message>
        <source>&amp;Host and port</source>
        <translation>&amp;Host en poort</translation>
    </message>
    <message>
        <source>Only where the proxy asks for one</source>
        <translation>Alleen als de proxy erom vraagt</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Gebruiker</translation>
    </message>
    <message>
        <source>Remove the stored password when OK is pressed</source>
        <translation>Het opgeslagen wachtwoord bij OK verwijderen</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Wachtwoord</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Bladeren…</translation>
    </message>
    <message>
        <source>Choose the file of certificates</source>
        <translation>Het certificaatbestand kiezen</translation>
    </message>
    <message>
        <source>&amp;Certificates</source>
        <translation>&amp;Certificaten</translation>
    </message>
    <message>
        <source>A PEM file of authorities to trust besides those of the machine, such as your company’s.</source>
        <translation>Een PEM-bestand met certificeringsinstanties om te vertrouwen naast die van deze computer, zoals die van je bedrijf.</translation>
    </message>
    <message>
        <source>Type the name or the address of the proxy.</source>
        <translation>Typ de naam of het adres van de proxy.</translation>
    </message>
    <message>
        <source>Only the name or the address belongs here, such as proxy.example.com.</source>
        <translation>Hier hoort alleen de naam of het adres, zoals proxy.example.com.</translation>
    </message>
    <message>
        <source>Type the whole path of the file, or choose it with Browse.</source>
        <translation>Typ het volledige pad van het bestand of kies het met Bladeren.</translation>
    </message>
    <message>
        <source>There is no file of that name.</source>
        <translation>Er is geen bestand met die naam.</translation>
    </message>
    <message>
        <source>This is a folder. Choose a file in it.</source>
        <translation>Dit is een map. Kies een bestand erin.</translation>
    </message>
    <message>
        <source>The file cannot be read. Check that you may read it.</source>
        <translation>Het bestand kan niet worden gelezen. Controleer of je het mag lezen.</translation>
    </message>
    <message>
        <source>No certificate in PEM form is in this file.</source>
        <translation>Dit bestand bevat geen certificaat in PEM-vorm.</translation>
    </message>
    <message>
        <source>Known; type a new one to replace it</source>
        <translation>Bekend; typ een nieuw wachtwoord om het te vervangen</translation>
    </message>
    <message>
        <source>Stored; type a new one to replace it</source>
        <translation>Opgeslagen; typ een nieuw wachtwoord om het te vervangen</translation>
    </message>
    <message>
        <source>Kept in the system’s keychain, never in a file.</source>
        <translation>Wordt bewaard in de sleutelbos van het systeem, nooit in een bestand.</translation>
    </message>
    <message>
        <source>Kept in the system’s keychain, which is locked: it asks to be opened when OK is pressed.</source>
        <translation>Wordt bewaard in de sleutelbos van het systeem. Die is vergrendeld; bij OK wordt gevraagd om te ontgrendelen.</translation>
    </message>
    <message>
        <source>This machine has no keychain: the password is kept until Sonde closes, and never in a file.</source>
        <translation>Deze computer heeft geen sleutelbos: het wachtwoord wordt bewaard tot Sonde wordt afgesloten, nooit in een bestand.</translation>
    </message>
    <message>
        <source>Forgotten when OK is pressed</source>
        <translation>Wordt bij OK vergeten</translation>
    </message>
    <message>
        <source>Certificates to trust</source>
        <translation>Certificaten om te vertrouwen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificaten (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>None</source>
        <comment>proxy</comment>
        <translation>Geen</translation>
    </message>
    <message>
        <source>None</source>
        <comment>additional certificates</comment>
        <translation>Geen</translation>
    </message>
</context>
<context>
    <name>sonde::SettingsPrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>&amp;Write requests into a log file</source>
        <translation>Aanvragen in een &amp;logboekbestand schrijven</translation>
    </message>
    <message>
        <source>For finding out why a request fails. The file holds addresses, times, the queries and what the service answered; secrets and tokens are never in it. It stays on this machine, and old parts of it are removed.</source>
        <translation>Om uit te zoeken waarom een aanvraag mislukt. Het bestand bevat adressen, tijden, de query&apos;s en wat de service antwoordde; geheimen en tokens staan er nooit in. Het blijft op deze computer, en oude delen worden verwijderd.</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Map openen</translation>
    </message>
    <message>
        <source>Show the folder of the log file</source>
        <translation>De map van het logboekbestand tonen</translation>
    </message>
    <message>
        <source>There is no log file yet</source>
        <translation>Er is nog geen logboekbestand</translation>
    </message>
    <message>
        <source>Log &amp;file</source>
        <translation>Logboek&amp;bestand</translation>
    </message>
    <message>
        <source>&amp;Keep the first %L1 rows of each run in the history</source>
        <extracomment>%L1: how many</extracomment>
        <translation>De eerste %L1 &amp;rijen van elke uitvoering in de geschiedenis bewaren</translation>
    </message>
    <message>
        <source>A run of the past then opens with them. They lie on this machine beside the run, are deleted with it, and take %L1&#xa0;MB at most: the oldest go first. Switching this off deletes all that were kept.</source>
        <extracomment>%L1: a number of megabytes</extracomment>
        <translation>Een eerdere uitvoering wordt dan met die rijen geopend. Ze staan op deze computer bij de uitvoering, worden daarmee verwijderd en nemen hoogstens %L1&#xa0;MB in: de oudste gaan het eerst weg. Wie dit uitzet, verwijdert alles wat bewaard is.</translation>
    </message>
</context>
<context>
    <name>sonde::SettingsSnippetsPage</name>
    <message>
        <source>Snippets</source>
        <translation>Fragmenten</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Toevoegen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bewerken…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>&amp;Herstellen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Waarvoor</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>A snippet of your own</source>
        <translation>Een eigen fragment</translation>
    </message>
    <message>
        <source>Change the chosen snippet</source>
        <translation>Het gekozen fragment wijzigen</translation>
    </message>
    <message>
        <source>The chosen snippet is not offered any more; nothing changes before OK</source>
        <translation>Het gekozen fragment wordt niet meer aangeboden; vóór OK verandert er niets</translation>
    </message>
    <message>
        <source>The chosen snippet as it came with Sonde</source>
        <translation>Het gekozen fragment zoals het met Sonde kwam</translation>
    </message>
    <message>
        <source>Type a part of a snippet’s name where it fits, and press Tab. Tab then goes to the next part to fill in.</source>
        <translation>Typ een deel van de naam van een fragment waar het past, en druk op Tab. Tab gaat daarna naar het volgende deel om in te vullen.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>Sonde</source>
        <translation>Sonde</translation>
    </message>
    <message>
        <source>Sonde, changed</source>
        <translation>Sonde, gewijzigd</translation>
    </message>
</context>
<context>
    <name>sonde::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Actie</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Zoeken in acties en toetsen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acties en hun toetsen</translation>
    </message>
    <message>
        <source>No action and no key is called so.</source>
        <translation>Geen enkele actie of toets heet zo.</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>In de editor</translation>
    </message>
    <message>
        <source>Indent, or back</source>
        <translation>Inspringing vergroten of verkleinen</translation>
    </message>
    <message>
        <source>Word by word</source>
        <translation>Woord voor woord</translation>
    </message>
    <message>
        <source>Remove a word</source>
        <translation>Woord verwijderen</translation>
    </message>
    <message>
        <source>Select a rectangle</source>
        <translation>Rechthoek selecteren</translation>
    </message>
    <message>
        <source>Close what is open, else stop the run</source>
        <translation>Sluiten wat open is, anders de uitvoering stoppen</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>In de tabel</translation>
    </message>
    <message>
        <source>Row details</source>
        <translation>Rijdetails</translation>
    </message>
    <message>
        <source>Select further</source>
        <translation>Selectie uitbreiden</translation>
    </message>
    <message>
        <source>Anywhere in the window</source>
        <translation>Overal in het venster</translation>
    </message>
    <message>
        <source>Text larger or smaller</source>
        <translation>Tekst groter of kleiner</translation>
    </message>
    <message>
        <source>%1wheel</source>
        <comment>after Ctrl+</comment>
        <extracomment>%1: keys held down, as Ctrl+</extracomment>
        <translation>%1muiswiel</translation>
    </message>
    <message>
        <source>%1arrows</source>
        <comment>after Shift+</comment>
        <extracomment>%1: keys held down, as Ctrl+</extracomment>
        <translation>%1pijlen</translation>
    </message>
    <message>
        <source>%1click</source>
        <comment>after Ctrl+</comment>
        <extracomment>%1: keys held down, as Ctrl+</extracomment>
        <translation>%1klik</translation>
    </message>
    <message>
        <source>First or last cell</source>
        <translation>Eerste of laatste cel</translation>
    </message>
    <message>
        <source>To the next empty cell, or over empty ones</source>
        <translation>Naar de volgende lege cel, of over lege heen</translation>
    </message>
    <message>
        <source>Select whole columns, whole rows</source>
        <translation>Hele kolommen, hele rijen selecteren</translation>
    </message>
    <message>
        <source>What can be done with the column</source>
        <translation>Wat met de kolom gedaan kan worden</translation>
    </message>
    <message>
        <source>Open a link, after its address was shown</source>
        <translation>Een koppeling openen, nadat het adres is getoond</translation>
    </message>
    <message>
        <source>Move the column</source>
        <translation>De kolom verplaatsen</translation>
    </message>
    <message>
        <source>In the row details</source>
        <translation>In de rijdetails</translation>
    </message>
    <message>
        <source>The row before, or behind</source>
        <translation>De rij ervoor, of erna</translation>
    </message>
    <message>
        <source>Search names and values</source>
        <translation>Zoeken in namen en waarden</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pad kopiëren</translation>
    </message>
    <message>
        <source>Filter by this</source>
        <translation>Hierop filteren</translation>
    </message>
    <message>
        <source>Exclude this</source>
        <translation>Dit uitsluiten</translation>
    </message>
    <message>
        <source>Show whole value</source>
        <translation>Hele waarde tonen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alles uitvouwen</translation>
    </message>
    <message>
        <source>In the window of a whole value</source>
        <translation>In het venster van een hele waarde</translation>
    </message>
    <message>
        <source>The selected part into the query, or to leave out</source>
        <translation>Het geselecteerde deel naar de query, of weglaten</translation>
    </message>
    <message>
        <source>The next way to show it, the one before</source>
        <translation>De volgende weergave, de vorige</translation>
    </message>
    <message>
        <source>Save the value</source>
        <translation>De waarde opslaan</translation>
    </message>
    <message>
        <source>On the tab of pinned results</source>
        <translation>Op het tabblad van vastgepinde resultaten</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Naam wijzigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>In the tables</source>
        <translation>In de tabellen</translation>
    </message>
    <message>
        <source>Insert the name</source>
        <translation>De naam invoegen</translation>
    </message>
    <message>
        <source>Last 10 rows</source>
        <translation>Laatste 10 rijen</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>De naam kopiëren</translation>
    </message>
    <message>
        <source>Star, or no longer</source>
        <translation>Ster geven of wegnemen</translation>
    </message>
    <message>
        <source>Next part of a snippet, or the one before</source>
        <translation>Volgende deel van een fragment, of het vorige</translation>
    </message>
    <message>
        <source>In the history</source>
        <translation>In de geschiedenis</translation>
    </message>
    <message>
        <source>Open in a new tab</source>
        <translation>Openen in een nieuw tabblad</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Opnieuw uitvoeren</translation>
    </message>
    <message>
        <source>Copy the query</source>
        <translation>De query kopiëren</translation>
    </message>
    <message>
        <source>Compare two runs, or one with the current tab</source>
        <translation>Twee uitvoeringen vergelijken, of één met het huidige tabblad</translation>
    </message>
    <message>
        <source>The next difference, or the one before</source>
        <translation>Het volgende verschil, of het vorige</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>In the list of all tabs</source>
        <translation>In de lijst van alle tabbladen</translation>
    </message>
    <message>
        <source>Go to the tab</source>
        <translation>Naar het tabblad gaan</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>Het tabblad sluiten</translation>
    </message>
</context>
<context>
    <name>sonde::SnippetDialog</name>
    <message>
        <source>Add snippet</source>
        <translation>Fragment toevoegen</translation>
    </message>
    <message>
        <source>Edit snippet</source>
        <translation>Fragment bewerken</translation>
    </message>
    <message>
        <source>One word, as countByHour</source>
        <translation>Eén woord, zoals countByHour</translation>
    </message>
    <message>
        <source>A few words, beside the name in the list</source>
        <translation>Een paar woorden, naast de naam in de lijst</translation>
    </message>
    <message>
        <source>At the beginning of a query</source>
        <translation>Aan het begin van een query</translation>
    </message>
    <message>
        <source>Behind a pipe</source>
        <translation>Achter een pipe</translation>
    </message>
    <message>
        <source>Where a value is written</source>
        <translation>Waar een waarde staat</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>&amp;What it is for</source>
        <translation>&amp;Waarvoor</translation>
    </message>
    <message>
        <source>&amp;Offered</source>
        <translation>&amp;Aangeboden</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Tekst</translation>
    </message>
    <message>
        <source>In the query</source>
        <translation>In de query</translation>
    </message>
    <message>
        <source>${1:1h} is the first stop, with the text that stands there at first; the same number twice is typed at once. ${0} is where the caret is in the end.</source>
        <translation>${1:1h} is de eerste stop, met de tekst die er eerst staat; hetzelfde nummer tweemaal wordt tegelijk getypt. ${0} is waar de cursor eindigt.</translation>
    </message>
    <message>
        <source>A snippet needs a text.</source>
        <translation>Een fragment heeft een tekst nodig.</translation>
    </message>
</context>
<context>
    <name>sonde::SnippetStore</name>
    <message>
        <source>It is larger than 4 MB.</source>
        <translation>Het is groter dan 4 MB.</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <extracomment>%1: a line’s number; %2: what the reader of JSON says, in English</extracomment>
        <translation>Regel %1: %2.</translation>
    </message>
    <message>
        <source>It has no list of snippets that this version of Sonde knows.</source>
        <translation>Er staat geen lijst van fragmenten in die deze versie van Sonde kent.</translation>
    </message>
    <message>
        <source>There are two snippets “%1”.</source>
        <translation>Er zijn twee fragmenten “%1”.</translation>
    </message>
    <message>
        <source>Snippet %1: %2</source>
        <extracomment>%1: the place in a list, from 1; %2: a sentence on what is wrong there</extracomment>
        <translation>Fragment %1: %2</translation>
    </message>
    <message>
        <source>Snippets in “%1” could not be read. %2</source>
        <extracomment>%1: a file; %2: a sentence on what is wrong in it</extracomment>
        <translation>Fragmenten in “%1” konden niet worden gelezen. %2</translation>
    </message>
    <message>
        <source>Mend the file; if snippets are changed in the settings before that, it is kept beside the new one.</source>
        <translation>Herstel het bestand; worden fragmenten eerder in de instellingen gewijzigd, dan blijft het naast het nieuwe bewaard.</translation>
    </message>
    <message>
        <source>“%1” could not be kept, so it is not replaced.</source>
        <translation>“%1” kon niet worden bewaard en wordt dus niet vervangen.</translation>
    </message>
    <message>
        <source>Check that you may write to its folder and that its disk is not full.</source>
        <translation>Controleer of je in de map mag schrijven en of de schijf niet vol is.</translation>
    </message>
</context>
<context>
    <name>sonde::StatisticsText</name>
    <message>
        <source>Sum %1</source>
        <extracomment>%1: a number</extracomment>
        <translation>Som %1</translation>
    </message>
    <message>
        <source>Mean %1</source>
        <extracomment>%1: a number or a timespan: the arithmetic mean</extracomment>
        <translation>Gemiddelde %1</translation>
    </message>
    <message>
        <source>Min %1</source>
        <extracomment>%1: a number or a timespan: the smallest</extracomment>
        <translation>Min %1</translation>
    </message>
    <message>
        <source>Max %1</source>
        <extracomment>%1: a number or a timespan: the largest</extracomment>
        <translation>Max %1</translation>
    </message>
    <message>
        <source>Span %1</source>
        <extracomment>%1: a timespan: from the first datetime to the last</extracomment>
        <translation>Duur %1</translation>
    </message>
    <message>
        <source>From %1</source>
        <extracomment>%1: a date and time, the first of some</extracomment>
        <translation>Van %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <extracomment>%1: a date and time, the last of some</extracomment>
        <translation>Tot %1</translation>
    </message>
    <message numerus="yes">
        <source>%L1 cells</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>%L1 cel</numerusform>
            <numerusform>%L1 cellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 empty</source>
        <extracomment>%L1: how many cells have no value</extracomment>
        <translation>%L1 leeg</translation>
    </message>
    <message>
        <source>%L1 distinct</source>
        <extracomment>%L1: how many different values</extracomment>
        <translation>%L1 verschillend</translation>
    </message>
</context>
<context>
    <name>sonde::StatusLine</name>
    <message>
        <source>Completeness</source>
        <translation>Volledigheid</translation>
    </message>
    <message>
        <source>Number of rows</source>
        <translation>Aantal rijen</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Duur</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Tijdsbereik</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Gereed</translation>
    </message>
    <message>
        <source>The query is running.</source>
        <translation>De query wordt uitgevoerd.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>The message above the results says what happened.</source>
        <translation>De melding boven de resultaten vertelt wat er is gebeurd.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestopt</translation>
    </message>
    <message>
        <source>The run was stopped; the rows that had come by then are shown.</source>
        <translation>De uitvoering is gestopt; de rijen die toen binnen waren, worden getoond.</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Volledig</translation>
    </message>
    <message>
        <source>These are all rows that the query gives for this time range.</source>
        <translation>Dit zijn alle rijen die de query voor dit tijdsbereik oplevert.</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Gedeeltelijk</translation>
    </message>
    <message>
        <source>The answer ended before all rows had come.</source>
        <translation>Het antwoord hield op voordat alle rijen binnen waren.</translation>
    </message>
    <message>
        <source>Capped</source>
        <translation>Afgekapt</translation>
    </message>
    <message>
        <source>A row limit cut the answer; there are more rows.</source>
        <translation>Een rijlimiet heeft het antwoord afgekapt; er zijn meer rijen.</translation>
    </message>
    <message>
        <source>Show what is wrong with the queries, below them</source>
        <translation>Toon wat er mis is met de query&apos;s, eronder</translation>
    </message>
    <message>
        <source>Time range of the query: %1</source>
        <translation>Tijdsbereik van de query: %1</translation>
    </message>
</context>
<context>
    <name>sonde::SystemKeychain</name>
    <message>
        <source>This machine has no keychain.</source>
        <translation>Deze computer heeft geen sleutelbos.</translation>
    </message>
    <message>
        <source>Start a session with a Secret Service or KWallet; until then secrets are kept in memory only.</source>
        <translation>Start een sessie met een Secret Service of KWallet; tot die tijd worden geheimen alleen in het geheugen bewaard.</translation>
    </message>
    <message>
        <source>The keychain of this machine is locked.</source>
        <translation>De sleutelbos van deze computer is vergrendeld.</translation>
    </message>
    <message>
        <source>Unlock it, or enter the secret in the connection and keep it until Sonde is closed.</source>
        <translation>Ontgrendel de sleutelbos, of voer het geheim in de verbinding in en bewaar het alleen tot Sonde wordt afgesloten.</translation>
    </message>
    <message>
        <source>The keychain of this machine did not answer.</source>
        <translation>De sleutelbos van deze computer antwoordde niet.</translation>
    </message>
    <message>
        <source>Answer its question if it asks one, and try again.</source>
        <translation>Beantwoord de vraag van de sleutelbos als die er een stelt, en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>No secret is stored for this connection.</source>
        <translation>Voor deze verbinding is geen geheim opgeslagen.</translation>
    </message>
    <message>
        <source>Enter it in the connection.</source>
        <translation>Voer het in de verbinding in.</translation>
    </message>
    <message>
        <source>The keychain of this machine did not give access.</source>
        <translation>De sleutelbos van deze computer gaf geen toegang.</translation>
    </message>
    <message>
        <source>Allow it when the keychain asks, and try again.</source>
        <translation>Sta dit toe als de sleutelbos erom vraagt, en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The keychain of this machine could not keep the secret.</source>
        <translation>De sleutelbos van deze computer kon het geheim niet opslaan.</translation>
    </message>
    <message>
        <source>Try again, or keep the secret only until Sonde is closed.</source>
        <translation>Probeer het opnieuw, of bewaar het geheim alleen tot Sonde wordt afgesloten.</translation>
    </message>
    <message>
        <source>The keychain of this machine could not be used.</source>
        <translation>De sleutelbos van deze computer kan niet worden gebruikt.</translation>
    </message>
    <message>
        <source>Check that a Secret Service or KWallet is running.</source>
        <translation>Controleer of er een Secret Service of KWallet actief is.</translation>
    </message>
</context>
<context>
    <name>sonde::TabCommands</name>
    <message>
        <source>Move to new &amp;window</source>
        <translation>Naar een nieuw ve&amp;nster verplaatsen</translation>
    </message>
    <message>
        <source>&amp;Move to window</source>
        <translation>Verplaatsen naar v&amp;enster</translation>
    </message>
</context>
<context>
    <name>sonde::TabDelegate</name>
    <message>
        <source>another window</source>
        <translation>ander venster</translation>
    </message>
</context>
<context>
    <name>sonde::TabPin</name>
    <message>
        <source>Pinned; a click unpins the tab</source>
        <translation>Vastgepind; een klik heft dat op</translation>
    </message>
</context>
<context>
    <name>sonde::TableFindBar</name>
    <message>
        <source>Find in the results</source>
        <translation>In de resultaten zoeken</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Niet gevonden</translation>
    </message>
    <message>
        <source>%L1 of more than %L2</source>
        <extracomment>%L1: which of them; %L2: how many cells at least have the text</extracomment>
        <translation>%L1 van meer dan %L2</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <extracomment>%L1: which of them; %L2: how many cells have the text</extracomment>
        <translation>%L1 van %L2</translation>
    </message>
    <message>
        <source>More than %L1 cells</source>
        <extracomment>%L1: how many cells at least have the text</extracomment>
        <translation>Meer dan %L1 cellen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln cel</numerusform>
            <numerusform>%Ln cellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Text is looked for in what the cells show. Columns that are shown in another form are looked at as they came as well; relative times only as the date and time that they are.</source>
        <translation>Tekst wordt gezocht in wat de cellen tonen. In kolommen met een eigen notatie ook in de waarde zoals die kwam; bij relatieve tijden alleen in de datum en tijd.</translation>
    </message>
</context>
<context>
    <name>sonde::TablePane</name>
    <message>
        <source>Go to row</source>
        <translation>Naar rij</translation>
    </message>
    <message>
        <source>Row (1 to %L1)</source>
        <extracomment>%L1: the number of the last row</extracomment>
        <translation>Rij (1 tot %L1)</translation>
    </message>
</context>
<context>
    <name>sonde::TableTree</name>
    <message>
        <source>&amp;Insert the name</source>
        <translation>De naam &amp;invoegen</translation>
    </message>
    <message>
        <source>&amp;Last 10 rows</source>
        <translation>&amp;Laatste 10 rijen</translation>
    </message>
    <message>
        <source>&amp;Show columns</source>
        <translation>Kolommen &amp;tonen</translation>
    </message>
    <message>
        <source>&amp;Open its query</source>
        <translation>De query ervan &amp;openen</translation>
    </message>
    <message>
        <source>&amp;Copy the name</source>
        <translation>De naam &amp;kopiëren</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>&amp;Ster</translation>
    </message>
    <message>
        <source>Re&amp;move the table</source>
        <translation>Tabel &amp;weghalen</translation>
    </message>
</context>
<context>
    <name>sonde::TablesDock</name>
    <message>
        <source>How tables are grouped</source>
        <translation>Hoe tabellen worden gegroepeerd</translation>
    </message>
    <message>
        <source>By &amp;solution</source>
        <translation>Op &amp;oplossing</translation>
    </message>
    <message>
        <source>By &amp;category</source>
        <translation>Op &amp;categorie</translation>
    </message>
    <message>
        <source>By &amp;name only</source>
        <translation>Alleen op &amp;naam</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Search tables and columns</source>
        <translation>Tabellen en kolommen zoeken</translation>
    </message>
    <message>
        <source>Looks at the names of tables, columns and functions, also by their capitals: TiGe finds TimeGenerated</source>
        <translation>Kijkt naar de namen van tabellen, kolommen en functies, ook op hun hoofdletters: TiGe vindt TimeGenerated</translation>
    </message>
    <message>
        <source>&amp;Refresh tables</source>
        <translation>Tabellen &amp;vernieuwen</translation>
    </message>
    <message>
        <source>Ask the workspace for its tables</source>
        <translation>De werkruimte om haar tabellen vragen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Fetching the tables…</source>
        <translation>De tabellen worden opgehaald…</translation>
    </message>
    <message>
        <source>As the workspace listed them: %1</source>
        <extracomment>%1: a time, or a date with a time</extracomment>
        <translation>Zoals de werkruimte ze opsomde: %1</translation>
    </message>
    <message>
        <source>The public tables of Azure Monitor; only KQL lists those of a workspace.</source>
        <translation>De openbare tabellen van Azure Monitor; die van een werkruimte zijn alleen met KQL bekend.</translation>
    </message>
    <message>
        <source>The public tables of Azure Monitor, until the workspace lists its own.</source>
        <translation>De openbare tabellen van Azure Monitor, tot de werkruimte haar eigen opsomt.</translation>
    </message>
    <message>
        <source>No table or column has “%1” in its name.</source>
        <translation>Geen tabel of kolom heeft “%1” in de naam.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Zoekopdracht wissen</translation>
    </message>
    <message>
        <source>The workspace lists no tables.</source>
        <translation>De werkruimte heeft geen tabellen.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Vernieuwen</translation>
    </message>
    <message>
        <source>Fetching the tables.</source>
        <translation>De tabellen worden opgehaald.</translation>
    </message>
    <message>
        <source>They are there until Sonde is closed.</source>
        <translation>Ze zijn er tot Sonde wordt gesloten.</translation>
    </message>
    <message>
        <source>Files opened as tables, and rows that you query again, come here.</source>
        <translation>Hier komen bestanden die als tabel zijn geopend, en rijen die opnieuw worden bevraagd.</translation>
    </message>
    <message>
        <source>&amp;Open as table…</source>
        <translation>&amp;Openen als tabel…</translation>
    </message>
    <message>
        <source>Bring the table back</source>
        <translation>De tabel terughalen</translation>
    </message>
    <message>
        <source>“%1” was taken away.</source>
        <extracomment>%1: a table</extracomment>
        <translation>“%1” is weggehaald.</translation>
    </message>
</context>
<context>
    <name>sonde::TabsPopup</name>
    <message>
        <source>All tabs</source>
        <translation>Alle tabbladen</translation>
    </message>
    <message>
        <source>Part of a title, a query or a workspace</source>
        <translation>Deel van een titel, een query of een werkruimte</translation>
    </message>
    <message>
        <source>Enter goes to the tab, Delete closes it.</source>
        <translation>Enter gaat naar het tabblad, Delete sluit het.</translation>
    </message>
    <message>
        <source>No tab is open.</source>
        <translation>Er is geen tabblad open.</translation>
    </message>
    <message>
        <source>No tab has “%1” in its title, its query or the name of its workspace.</source>
        <extracomment>%1: what was typed</extracomment>
        <translation>Geen tabblad heeft “%1” in de titel, de query of de naam van de werkruimte.</translation>
    </message>
    <message>
        <source>Show all tabs</source>
        <translation>Alle tabbladen tonen</translation>
    </message>
    <message>
        <source>This tab is pinned, and closes only once it is unpinned.</source>
        <translation>Dit tabblad is vastgepind en kan pas worden gesloten als dat niet meer zo is.</translation>
    </message>
    <message>
        <source>The tab was closed; File &gt; Reopen closed tab brings it back.</source>
        <translation>Het tabblad is gesloten; Bestand &gt; Gesloten tabblad opnieuw openen haalt het terug.</translation>
    </message>
</context>
<context>
    <name>sonde::TextSearch</name>
    <message>
        <source>Find in the value</source>
        <translation>Zoeken in de waarde</translation>
    </message>
</context>
<context>
    <name>sonde::TimeRangePicker</name>
    <message>
        <source>Last 30 minutes</source>
        <translation>Afgelopen 30 minuten</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Afgelopen uur</translation>
    </message>
    <message>
        <source>Last 4 hours</source>
        <translation>Afgelopen 4 uur</translation>
    </message>
    <message>
        <source>Last 12 hours</source>
        <translation>Afgelopen 12 uur</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Afgelopen 24 uur</translation>
    </message>
    <message>
        <source>Last 3 days</source>
        <translation>Afgelopen 3 dagen</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Afgelopen 7 dagen</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Afgelopen 30 dagen</translation>
    </message>
    <message>
        <source>Last %1 d</source>
        <extracomment>%1: how many days</extracomment>
        <translation>Afgelopen %1 dagen</translation>
    </message>
    <message>
        <source>Last %1 h</source>
        <extracomment>%1: how many hours</extracomment>
        <translation>Afgelopen %1 uur</translation>
    </message>
    <message>
        <source>Last %1 min</source>
        <extracomment>%1: how many minutes</extracomment>
        <translation>Afgelopen %1 min</translation>
    </message>
    <message>
        <source>Last %1 s</source>
        <extracomment>%1: how many seconds</extracomment>
        <translation>Afgelopen %1 s</translation>
    </message>
    <message>
        <source>Today (UTC)</source>
        <translation>Vandaag (UTC)</translation>
    </message>
    <message>
        <source>Today (local time)</source>
        <translation>Vandaag (lokale tijd)</translation>
    </message>
    <message>
        <source>Yesterday (UTC)</source>
        <translation>Gisteren (UTC)</translation>
    </message>
    <message>
        <source>Yesterday (local time)</source>
        <translation>Gisteren (lokale tijd)</translation>
    </message>
    <message>
        <source>This week (UTC)</source>
        <translation>Deze week (UTC)</translation>
    </message>
    <message>
        <source>This week (local time)</source>
        <translation>Deze week (lokale tijd)</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>lokale tijd</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <comment>start, end, time zone</comment>
        <translation>%1 tot %2 %3</translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <extracomment>%1: a time range, as Last 24 h</extracomment>
        <translation>Tijdsbereik: %1</translation>
    </message>
    <message>
        <source>The span of time that the query looks at</source>
        <translation>De periode waarin de query zoekt</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle rijen</translation>
    </message>
    <message>
        <source>Your tables are read whole; set a time in the query</source>
        <translation>Eigen tabellen worden in hun geheel gelezen; zet een tijd in de query</translation>
    </message>
</context>
<context>
    <name>sonde::TimeRangePopup</name>
    <message>
        <source>Local time (%1)</source>
        <extracomment>%1: a time zone, as Europe/Amsterdam</extracomment>
        <translation>Lokale tijd (%1)</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Toepassen</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Tijdsbereik</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Ready-made time ranges</source>
        <translation>Kant-en-klare tijdsbereiken</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gisteren</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Deze week</translation>
    </message>
    <message>
        <source>Custom range</source>
        <translation>Aangepast bereik</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Begin</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>&amp;Einde</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>Tijd&amp;zone</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Tijdzone</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuleren</translation>
    </message>
    <message>
        <source>%1 to %2 UTC</source>
        <extracomment>%1 and %2: the first and last moment of a time range</extracomment>
        <translation>%1 tot %2 UTC</translation>
    </message>
    <message>
        <source>As the query asks</source>
        <translation>Zoals de query vraagt</translation>
    </message>
</context>
<context>
    <name>sonde::TokenJob</name>
    <message>
        <source>The sign-in service answered without a token.</source>
        <translation>De aanmeldservice antwoordde zonder token.</translation>
    </message>
    <message>
        <source>Check the cloud or the sign-in address in the connection.</source>
        <translation>Controleer de cloud of het aanmeldadres in de verbinding.</translation>
    </message>
</context>
<context>
    <name>sonde::TourDialog</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 and %2: numbers, as 3 of 10</extracomment>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>Query of “%1”</source>
        <translation>Query van “%1”</translation>
    </message>
    <message>
        <source>Tour of the sample data</source>
        <translation>Rondleiding door de voorbeeldgegevens</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Terug</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Volgende</translation>
    </message>
    <message>
        <source>&amp;Run in a tab</source>
        <translation>&amp;Uitvoeren in een tabblad</translation>
    </message>
    <message>
        <source>Open the query in a new tab and run it on the embedded workspace</source>
        <translation>Open de query in een nieuw tabblad en voer hem uit op de ingebouwde werkruimte</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
</context>
<context>
    <name>sonde::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: what a button does; %2: its keys, as Ctrl+Z</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sonde::ValuesPopup</name>
    <message>
        <source>Counting the values…</source>
        <translation>De waarden worden geteld…</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <extracomment>%1: a column’s name</extracomment>
        <translation>Waarden van %1</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Geen waarde</translation>
    </message>
    <message>
        <source>Empty text</source>
        <translation>Lege tekst</translation>
    </message>
    <message>
        <source>All values, the most frequent first</source>
        <translation>Alle waarden, de meest voorkomende eerst</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln most frequent values</source>
        <translation>
            <numerusform>De meest voorkomende waarde</numerusform>
            <numerusform>De %Ln meest voorkomende waarden</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no values to choose from.</source>
        <translation>Er zijn geen waarden om uit te kiezen.</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Wissen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>Choose no value, and filter nothing</source>
        <translation>Geen waarde kiezen, en niets filteren</translation>
    </message>
</context>
<context>
    <name>sonde::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Welkom</translation>
    </message>
    <message>
        <source>Search Azure Log Analytics</source>
        <translation>Azure Log Analytics doorzoeken</translation>
    </message>
    <message>
        <source>The embedded workspace needs no account: it runs inside the program, with sample data whose newest rows are minutes old.</source>
        <translation>Voor de ingebouwde werkruimte is geen account nodig: die draait in het programma zelf, met voorbeeldgegevens waarvan de nieuwste rijen een paar minuten oud zijn.</translation>
    </message>
    <message>
        <source>&amp;Try the embedded workspace</source>
        <translation>Ingebouwde werkruimte &amp;proberen</translation>
    </message>
    <message>
        <source>&amp;Add a connection</source>
        <translation>&amp;Verbinding toevoegen</translation>
    </message>
    <message>
        <source>&amp;Open a file</source>
        <translation>Bestand &amp;openen</translation>
    </message>
    <message>
        <source>Queries to begin with</source>
        <translation>Query&apos;s om mee te beginnen</translation>
    </message>
    <message>
        <source>Take the to&amp;ur</source>
        <translation>Ron&amp;dleiding</translation>
    </message>
    <message>
        <source>Ten queries, each explained in two sentences</source>
        <translation>Tien query’s, elk in twee zinnen uitgelegd</translation>
    </message>
</context>
<context>
    <name>sonde::WholeCellWindow</name>
    <message>
        <source>Copy &amp;all</source>
        <translation>&amp;Alles kopiëren</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>Op&amp;slaan als…</translation>
    </message>
    <message>
        <source>%1 – whole value</source>
        <extracomment>%1: the name of a column or field</extracomment>
        <translation>%1 – hele waarde</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>JSON on lines</source>
        <translation>JSON op regels</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Boom</translation>
    </message>
    <message>
        <source>Whole value</source>
        <translation>Hele waarde</translation>
    </message>
    <message>
        <source>How the value is shown</source>
        <translation>Hoe de waarde wordt getoond</translation>
    </message>
    <message>
        <source>&amp;Wrap lines</source>
        <translation>&amp;Regels afbreken</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wordt gelezen…</translation>
    </message>
    <message>
        <source>Only the first %L1 lines are shown here; text and tree have all of it.</source>
        <extracomment>%L1: how many lines</extracomment>
        <translation>Hier staan alleen de eerste %L1 regels; in de tekst en de boom staat alles.</translation>
    </message>
    <message>
        <source>Very long lines are broken on the screen, not in copies.</source>
        <translation>Zeer lange regels zijn op het scherm afgebroken, niet in kopieën.</translation>
    </message>
    <message>
        <source>Save the value</source>
        <translation>De waarde opslaan</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Tekst (*.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Select a part of the text that is to be looked for.</source>
        <translation>Selecteer een deel van de tekst waarnaar moet worden gezocht.</translation>
    </message>
    <message>
        <source>Only rows &amp;with this, in the query</source>
        <translation>&amp;Alleen rijen hiermee, in de query</translation>
    </message>
    <message>
        <source>Rows with&amp;out this, in the query</source>
        <translation>Rijen &amp;zonder dit, in de query</translation>
    </message>
    <message>
        <source>Added to the query: %1</source>
        <extracomment>%1: a line of KQL</extracomment>
        <translation>Toegevoegd aan de query: %1</translation>
    </message>
</context>
<context>
    <name>sonde::WindowDocks</name>
    <message>
        <source>Row &amp;details</source>
        <translation>Rij&amp;details</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: what a button does; %2: its keys</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Show the whole row beside the table</source>
        <translation>De hele rij naast de tabel tonen</translation>
    </message>
</context>
<context>
    <name>sonde::WindowList</name>
    <message>
        <source>Window without tabs</source>
        <translation>Venster zonder tabbladen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1: the name of a window’s tab in front; %n: how many other tabs it has</extracomment>
        <translation>
            <numerusform>%1 en nog %n</numerusform>
            <numerusform>%1 en nog %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::WindowSession</name>
    <message>
        <source>The first query did not end well; see the picture.</source>
        <translation>De eerste query is niet goed afgelopen; zie de afbeelding.</translation>
    </message>
    <message>
        <source>“%1” could not be written.</source>
        <translation>“%1” kon niet worden weggeschreven.</translation>
    </message>
</context>
<context>
    <name>sonde::WindowToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkbalk</translation>
    </message>
</context>
<context>
    <name>sonde::Windows</name>
    <message>
        <source>The last changes to open tabs could not be written in time.</source>
        <translation>De laatste wijzigingen in open tabbladen konden niet op tijd worden weggeschreven.</translation>
    </message>
</context>
<context>
    <name>sonde::ZoneDialog</name>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Gebruiken</translation>
    </message>
    <message>
        <source>Time zone of this tab</source>
        <translation>Tijdzone van dit tabblad</translation>
    </message>
    <message>
        <source>City or area, such as Amsterdam</source>
        <translation>Stad of gebied, zoals Amsterdam</translation>
    </message>
    <message>
        <source>Part of a time zone’s name</source>
        <translation>Deel van de naam van een tijdzone</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>Tijdzones</translation>
    </message>
    <message>
        <source>As everywhere (%1)</source>
        <extracomment>%1: a time zone, as UTC</extracomment>
        <translation>Zoals overal (%1)</translation>
    </message>
    <message>
        <source>This is for what is shown. Queries stay in UTC, and an export has a zone of its own.</source>
        <translation>Dit is voor wat te zien is. Query’s blijven in UTC, en een export heeft een eigen zone.</translation>
    </message>
</context>
</TS>
