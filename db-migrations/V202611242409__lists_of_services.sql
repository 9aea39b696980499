-- Names as in the list of the ministry and in act 108/2006. A register number that was derived and not seen in the data
-- of the register is to be verified, and so is a form of a kind that no source confirmed.
INSERT INTO service_form (code, position, name, ministry_id) VALUES
    ('pob', 1, 'pobytová', 3883),
    ('amb', 2, 'ambulantní', 3882),
    ('ter', 3, 'terénní', 3884);

INSERT INTO service_kind
    (code, position, section, name, category, ministry_id, register_number, note, to_verify)
VALUES
    ('37-3', 1, '§ 37 odst. 3', 'odborné sociální poradenství', 'COUNSELLING', 3836, 1, NULL, FALSE),
    ('39', 2, '§ 39', 'osobní asistence', 'CARE', 3837, 3, NULL, FALSE),
    ('40', 3, '§ 40', 'pečovatelská služba', 'CARE', 3838, 4, NULL, FALSE),
    ('41', 4, '§ 41', 'tísňová péče', 'CARE', 3839, 5, NULL, FALSE),
    ('42', 5, '§ 42', 'průvodcovské a předčitatelské služby', 'CARE', 3840, 6, NULL, FALSE),
    ('43', 6, '§ 43', 'podpora samostatného bydlení', 'CARE', 3841, 7, 'Číslo v registru je odvozené.', TRUE),
    ('44', 7, '§ 44', 'odlehčovací služby', 'CARE', 3842, 8, NULL, FALSE),
    ('45', 8, '§ 45', 'centra denních služeb', 'CARE', 3843, 9, NULL, FALSE),
    ('46', 9, '§ 46', 'denní stacionáře', 'CARE', 3844, 10, NULL, FALSE),
    ('47', 10, '§ 47', 'týdenní stacionáře', 'CARE', 3845, 11, NULL, FALSE),
    ('48', 11, '§ 48', 'domovy pro osoby se zdravotním postižením', 'CARE', 3846, 12, NULL, FALSE),
    ('49', 12, '§ 49', 'domovy pro seniory', 'CARE', 3847, 13, NULL, FALSE),
    ('50', 13, '§ 50', 'domovy se zvláštním režimem', 'CARE', 3848, 14, NULL, FALSE),
    ('51', 14, '§ 51', 'chráněné bydlení', 'CARE', 3849, 15, NULL, FALSE),
    ('52', 15, '§ 52', 'sociální služby ve zdravotnických zařízeních lůžkové péče', 'CARE', 3850, 16, 'Odkazy na § 52 zrušil zákon č. 38/2025 Sb.; v číselníku druh zůstává. Číslo v registru je odvozené.', TRUE),
    ('54', 16, '§ 54', 'raná péče', 'PREVENTION', 3851, 17, 'Číslo v registru je odvozené.', TRUE),
    ('55', 17, '§ 55', 'telefonická krizová pomoc', 'PREVENTION', 3852, 18, NULL, FALSE),
    ('56', 18, '§ 56', 'tlumočnické služby', 'PREVENTION', 3853, 19, NULL, FALSE),
    ('57', 19, '§ 57', 'azylové domy', 'PREVENTION', 3854, 20, 'Číslo v registru je odvozené.', TRUE),
    ('58', 20, '§ 58', 'domy na půl cesty', 'PREVENTION', 3855, 21, 'Číslo v registru je odvozené.', TRUE),
    ('59', 21, '§ 59', 'kontaktní centra', 'PREVENTION', 3856, 22, 'Číslo v registru je odvozené.', TRUE),
    ('60', 22, '§ 60', 'krizová pomoc', 'PREVENTION', 3857, 23, NULL, FALSE),
    ('60a', 23, '§ 60a', 'intervenční centra', 'PREVENTION', 3868, 34, 'Číslo v registru je odvozené.', TRUE),
    ('61', 24, '§ 61', 'nízkoprahová denní centra', 'PREVENTION', 3858, 24, 'Číslo v registru je odvozené.', TRUE),
    ('62', 25, '§ 62', 'nízkoprahová zařízení pro děti a mládež', 'PREVENTION', 3859, 25, 'Číslo v registru je odvozené.', TRUE),
    ('63', 26, '§ 63', 'noclehárny', 'PREVENTION', 3860, 26, 'Číslo v registru je odvozené.', TRUE),
    ('64', 27, '§ 64', 'služby následné péče', 'PREVENTION', 3861, 27, 'Číslo v registru je odvozené.', TRUE),
    ('65', 28, '§ 65', 'sociálně aktivizační služby pro rodiny s dětmi', 'PREVENTION', 3862, 28, NULL, FALSE),
    ('66', 29, '§ 66', 'sociálně aktivizační služby pro seniory a osoby se zdravotním postižením', 'PREVENTION', 3863, 29, NULL, FALSE),
    ('67', 30, '§ 67', 'sociálně terapeutické dílny', 'PREVENTION', 3864, 30, NULL, FALSE),
    ('68', 31, '§ 68', 'terapeutické komunity', 'PREVENTION', 3865, 31, 'Číslo v registru je odvozené.', TRUE),
    ('69', 32, '§ 69', 'terénní programy', 'PREVENTION', 3866, 32, NULL, FALSE),
    ('70', 33, '§ 70', 'sociální rehabilitace', 'PREVENTION', 3867, 33, NULL, FALSE),
    ('cdz', 34, NULL, 'centrum duševního zdraví', 'PREVENTION', 11078, NULL, 'Paragraf, kategorie, formy ani číslo v registru nejsou ověřené.', TRUE);

INSERT INTO service_kind_form (kind_id, form_id, optional, to_verify)
SELECT service_kind.id, service_form.id, listed.optional, listed.to_verify
FROM (
    SELECT '37-3' AS kind, 'amb' AS form, FALSE AS optional, TRUE AS to_verify
    UNION ALL SELECT '37-3', 'ter', FALSE, TRUE
    UNION ALL SELECT '39', 'ter', FALSE, FALSE
    UNION ALL SELECT '40', 'ter', FALSE, FALSE
    UNION ALL SELECT '40', 'amb', FALSE, TRUE
    UNION ALL SELECT '41', 'ter', FALSE, TRUE
    UNION ALL SELECT '42', 'ter', FALSE, FALSE
    UNION ALL SELECT '42', 'amb', FALSE, TRUE
    UNION ALL SELECT '43', 'ter', FALSE, FALSE
    UNION ALL SELECT '44', 'ter', FALSE, TRUE
    UNION ALL SELECT '44', 'amb', FALSE, TRUE
    UNION ALL SELECT '44', 'pob', FALSE, FALSE
    UNION ALL SELECT '45', 'amb', FALSE, FALSE
    UNION ALL SELECT '46', 'amb', FALSE, FALSE
    UNION ALL SELECT '47', 'pob', FALSE, FALSE
    UNION ALL SELECT '48', 'pob', FALSE, FALSE
    UNION ALL SELECT '49', 'pob', FALSE, TRUE
    UNION ALL SELECT '50', 'pob', FALSE, FALSE
    UNION ALL SELECT '51', 'pob', FALSE, FALSE
    UNION ALL SELECT '52', 'pob', FALSE, TRUE
    UNION ALL SELECT '54', 'ter', FALSE, FALSE
    UNION ALL SELECT '54', 'amb', TRUE, FALSE
    UNION ALL SELECT '55', 'ter', FALSE, TRUE
    UNION ALL SELECT '56', 'ter', FALSE, FALSE
    UNION ALL SELECT '56', 'amb', TRUE, FALSE
    UNION ALL SELECT '57', 'pob', FALSE, TRUE
    UNION ALL SELECT '58', 'pob', FALSE, TRUE
    UNION ALL SELECT '59', 'amb', FALSE, TRUE
    UNION ALL SELECT '59', 'ter', TRUE, TRUE
    UNION ALL SELECT '60', 'amb', FALSE, TRUE
    UNION ALL SELECT '60', 'ter', FALSE, TRUE
    UNION ALL SELECT '60', 'pob', FALSE, TRUE
    UNION ALL SELECT '60a', 'amb', FALSE, TRUE
    UNION ALL SELECT '60a', 'ter', FALSE, TRUE
    UNION ALL SELECT '60a', 'pob', FALSE, TRUE
    UNION ALL SELECT '61', 'amb', FALSE, TRUE
    UNION ALL SELECT '61', 'ter', TRUE, TRUE
    UNION ALL SELECT '62', 'amb', FALSE, TRUE
    UNION ALL SELECT '62', 'ter', TRUE, TRUE
    UNION ALL SELECT '63', 'amb', FALSE, TRUE
    UNION ALL SELECT '64', 'amb', FALSE, TRUE
    UNION ALL SELECT '64', 'pob', FALSE, TRUE
    UNION ALL SELECT '65', 'ter', FALSE, TRUE
    UNION ALL SELECT '65', 'amb', TRUE, TRUE
    UNION ALL SELECT '66', 'amb', FALSE, TRUE
    UNION ALL SELECT '66', 'ter', TRUE, TRUE
    UNION ALL SELECT '67', 'amb', FALSE, TRUE
    UNION ALL SELECT '68', 'pob', FALSE, TRUE
    UNION ALL SELECT '69', 'ter', FALSE, TRUE
    UNION ALL SELECT '70', 'ter', FALSE, TRUE
    UNION ALL SELECT '70', 'amb', FALSE, TRUE
    UNION ALL SELECT '70', 'pob', FALSE, TRUE
    UNION ALL SELECT 'cdz', 'amb', FALSE, TRUE
    UNION ALL SELECT 'cdz', 'ter', FALSE, TRUE
) AS listed
JOIN service_kind ON service_kind.code = listed.kind
JOIN service_form ON service_form.code = listed.form
ORDER BY service_kind.position, service_form.position;

-- SAS stands for both kinds of activation.
INSERT INTO service_kind_alias (kind_id, alias, to_verify)
SELECT service_kind.id, listed.alias, TRUE
FROM (
    SELECT '62' AS kind, 'NZDM' AS alias
    UNION ALL SELECT '69', 'TP'
    UNION ALL SELECT '37-3', 'OSP'
    UNION ALL SELECT '59', 'k-centrum'
    UNION ALL SELECT '65', 'SAS'
    UNION ALL SELECT '66', 'SAS'
    UNION ALL SELECT '57', 'AD'
    UNION ALL SELECT '61', 'NDC'
    UNION ALL SELECT '50', 'DZR'
    UNION ALL SELECT '49', 'DpS'
) AS listed
JOIN service_kind ON service_kind.code = listed.kind
ORDER BY service_kind.position;

-- Numbers of the register are known for four; the others come with its list.
INSERT INTO target_group (code, position, name, register_number, to_verify) VALUES
    ('deti-mladez', 1, 'děti a mládež ve věku od 6 do 26 let ohrožené společensky nežádoucími jevy', NULL, TRUE),
    ('etnicke-mensiny', 2, 'etnické menšiny', NULL, FALSE),
    ('imigranti-azylanti', 3, 'imigranti a azylanti', NULL, FALSE),
    ('domaci-nasili', 4, 'oběti domácího násilí', NULL, FALSE),
    ('obchod-s-lidmi', 5, 'oběti obchodu s lidmi', NULL, FALSE),
    ('obeti-trestne-cinnosti', 6, 'oběti trestné činnosti', NULL, FALSE),
    ('bez-pristresi', 7, 'osoby bez přístřeší', NULL, FALSE),
    ('opousti-ustavni-peci', 8, 'osoby do 26 let věku opouštějící školská zařízení pro výkon ústavní péče', NULL, TRUE),
    ('komercne-zneuzivani', 9, 'osoby komerčně zneužívané', NULL, FALSE),
    ('zavislost', 10, 'osoby ohrožené závislostí nebo závislé na návykových látkách', NULL, TRUE),
    ('dusevni-onemocneni', 11, 'osoby s chronickým duševním onemocněním', NULL, TRUE),
    ('chronicke-onemocneni', 12, 'osoby s chronickým onemocněním', NULL, TRUE),
    ('jine-postizeni', 13, 'osoby s jiným zdravotním postižením', NULL, TRUE),
    ('kombinovane-postizeni', 14, 'osoby s kombinovaným postižením', NULL, FALSE),
    ('mentalni-postizeni', 15, 'osoby s mentálním postižením', NULL, TRUE),
    ('telesne-postizeni', 16, 'osoby s tělesným postižením', NULL, TRUE),
    ('sluchove-postizeni', 17, 'osoby se sluchovým postižením', NULL, TRUE),
    ('zdravotni-postizeni', 18, 'osoby se zdravotním postižením', NULL, FALSE),
    ('zrakove-postizeni', 19, 'osoby se zrakovým postižením', NULL, TRUE),
    ('krize', 20, 'osoby v krizi', NULL, FALSE),
    ('vyloucene-komunity', 21, 'osoby žijící v sociálně vyloučených komunitách', NULL, FALSE),
    ('rizikovy-zivot', 22, 'osoby, které vedou rizikový způsob života nebo jsou tímto způsobem života ohroženy', NULL, FALSE),
    ('pachatele', 23, 'pachatelé trestné činnosti', NULL, TRUE),
    ('rodiny-s-detmi', 24, 'rodiny s dítětem/dětmi', NULL, FALSE),
    ('seniori', 25, 'senioři', 24, FALSE),
    ('pecujici', 26, 'pečující osoby', 26, FALSE),
    ('paliativni-pece', 27, 'osoby s potřebou paliativní péče', 27, FALSE),
    ('demence', 28, 'osoby žijící s demencí', 30, FALSE),
    ('autismus', 29, 'osoby s poruchou autistického spektra (PAS)', NULL, TRUE);

INSERT INTO capacity_unit (code, position, name, register_code, network, to_verify) VALUES
    ('klient', 1, 'počet klientů', 'klient', FALSE, FALSE),
    ('kontakt', 2, 'kontakt (10 min)', 'kontakt', FALSE, FALSE),
    ('intervence', 3, 'intervence (30 min)', 'interv', FALSE, FALSE),
    ('luzko', 4, 'lůžka', 'luzka', TRUE, FALSE),
    ('hovor', 5, 'hovory', 'hovor', TRUE, TRUE),
    ('uvazek', 6, 'úvazky přímé péče', NULL, TRUE, FALSE),
    ('okamzita', 7, 'okamžitá kapacita', NULL, TRUE, TRUE),
    ('hodina', 8, 'hodiny péče', NULL, TRUE, TRUE);

INSERT INTO age_band (code, position, name, age_from, age_to, to_verify) VALUES
    ('kojenci', 1, 'děti kojeneckého věku (do 1 roku)', NULL, 1, TRUE),
    ('predskolni', 2, 'děti předškolního věku (1–6 let)', 1, 6, TRUE),
    ('mladsi-deti', 3, 'mladší děti (7–10 let)', 7, 10, TRUE),
    ('starsi-deti', 4, 'starší děti (11–15 let)', 11, 15, TRUE),
    ('dorost', 5, 'dorost (16–18 let)', 16, 18, FALSE),
    ('mladi-dospeli', 6, 'mladí dospělí (19–26 let)', 19, 26, FALSE),
    ('dospeli', 7, 'dospělí (27–64 let)', 27, 64, FALSE),
    ('mladsi-seniori', 8, 'mladší senioři (65–80 let)', 65, 80, FALSE),
    ('starsi-seniori', 9, 'starší senioři (nad 80 let)', 81, NULL, FALSE),
    ('bez-omezeni', 10, 'bez omezení věku', NULL, NULL, TRUE);

-- The five groups of the plan of the region. Which target groups belong to them is not written there.
INSERT INTO planning_group (region_id, position, name)
SELECT region.id, listed.position, listed.name
FROM region
CROSS JOIN (
    SELECT 1 AS position, 'senioři' AS name
    UNION ALL SELECT 2, 'osoby se zdravotním postižením'
    UNION ALL SELECT 3, 'rodiny s dětmi a mládež do 26 let'
    UNION ALL SELECT 4, 'osoby ohrožené sociálním vyloučením, národnostní menšiny a cizinci'
    UNION ALL SELECT 5, 'osoby závislé nebo ohrožené závislostí'
) AS listed
WHERE region.code = 'CZ051'
ORDER BY listed.position;
