// Every phrase that the kiosk itself shows or says, by name: the list that a language file must fill, whole.
// What a phrase says stands in voices/languages and nowhere else.
#pragma once

// TINGDU_PHRASES(PHRASE): PHRASE(table of the file, name, "its slots in any order").
// A slot is filled when the phrase is used. `count`, `number`, `minutes` and other counts are numbers, by which a
// language may choose its plural; everything else is text.
#define TINGDU_PHRASES(PHRASE)                                         \
    PHRASE(screens, greeting, "")                                      \
    PHRASE(screens, adjusting_touch, "")                               \
    PHRASE(screens, adjusting_switch, "")                              \
    PHRASE(screens, start, "")                                         \
    PHRASE(screens, start_hint, "")                                    \
    PHRASE(screens, start_other, "")                                   \
    PHRASE(screens, start_spoken, "")                                  \
    PHRASE(screens, out_of_order, "")                                  \
    PHRASE(screens, out_of_order_hint, "")                             \
    PHRASE(screens, out_of_order_spoken, "")                           \
    PHRASE(screens, broken_hint, "")                                   \
    PHRASE(screens, broken_spoken, "")                                 \
    PHRASE(screens, nothing_shown, "")                                 \
    PHRASE(screens, try_again, "")                                     \
    PHRASE(leaving, still_there, "")                                   \
    PHRASE(leaving, still_there_count, "seconds")                      \
    PHRASE(leaving, still_there_left, "seconds")                       \
    PHRASE(leaving, still_there_stay, "")                              \
    PHRASE(leaving, stayed, "")                                        \
    PHRASE(leaving, were_you_here, "")                                 \
    PHRASE(leaving, go_on_there, "")                                   \
    PHRASE(leaving, begin_anew, "")                                    \
    PHRASE(leaving, coming_back, "")                                   \
    PHRASE(leaving, coming_back_touch, "")                             \
    PHRASE(leaving, coming_back_switch, "")                            \
    PHRASE(leaving, hold_to_go_back, "")                               \
    PHRASE(copying, copy_down, "")                                     \
    PHRASE(copying, copy_item, "number count kind")                    \
    PHRASE(copying, copy_telephone, "")                                \
    PHRASE(copying, copy_address, "")                                  \
    PHRASE(copying, copy_hours, "")                                    \
    PHRASE(copying, copy_day, "")                                      \
    PHRASE(copying, copy_amount, "")                                   \
    PHRASE(copying, copy_papers, "")                                   \
    PHRASE(copying, copy_hint, "")                                     \
    PHRASE(copying, copy_hint_touch, "")                               \
    PHRASE(copying, copy_hint_switch, "")                              \
    PHRASE(copying, copy_how, "")                                      \
    PHRASE(copying, copy_how_touch, "")                                \
    PHRASE(copying, copy_how_switch, "")                               \
    PHRASE(copying, copy_onward, "")                                   \
    PHRASE(copying, copy_next, "")                                     \
    PHRASE(copying, copy_previous, "")                                 \
    PHRASE(copying, copy_none, "")                                     \
    PHRASE(copying, copied_all, "")                                    \
    PHRASE(copying, copy_scan, "")                                     \
    PHRASE(resuming, resume, "")                                       \
    PHRASE(resuming, resume_how, "")                                   \
    PHRASE(resuming, resume_how_touch, "")                             \
    PHRASE(resuming, resume_how_switch, "")                            \
    PHRASE(resuming, number_apart, "")                                 \
    PHRASE(resuming, number_given, "digits")                           \
    PHRASE(resuming, number_keep, "")                                  \
    PHRASE(resuming, number_title, "")                                 \
    PHRASE(resuming, number_asked, "")                                 \
    PHRASE(resuming, number_hint, "")                                  \
    PHRASE(resuming, number_hint_touch, "")                            \
    PHRASE(resuming, number_hint_switch, "")                           \
    PHRASE(resuming, number_delete, "")                                \
    PHRASE(resuming, number_deleted, "")                               \
    PHRASE(resuming, number_typed, "digits")                           \
    PHRASE(resuming, number_wrong, "digits")                           \
    PHRASE(resuming, number_wait, "seconds")                           \
    PHRASE(resuming, number_again, "")                                 \
    PHRASE(resuming, number_none, "")                                  \
    PHRASE(resuming, number_gone, "title")                             \
    PHRASE(resuming, number_not_kept, "fault")                         \
    PHRASE(resuming, broke_off, "")                                    \
    PHRASE(resuming, goodbye, "")                                      \
    PHRASE(resuming, resumed, "title")                                 \
    PHRASE(resuming, resumed_changed, "title")                         \
    PHRASE(resuming, resumed_about, "title")                           \
    PHRASE(resuming, resumed_anew, "title")                            \
    PHRASE(screens, language_now, "")                                  \
    PHRASE(screens, newest, "")                                        \
    PHRASE(screens, what_to_hear, "")                                  \
    PHRASE(screens, opening, "")                                       \
    PHRASE(screens, preparing, "")                                     \
    PHRASE(screens, updating, "")                                      \
    PHRASE(screens, no_articles, "")                                   \
    PHRASE(screens, withdrawn, "")                                     \
    PHRASE(screens, sound_lost, "")                                    \
    PHRASE(screens, headphones_in, "")                                 \
    PHRASE(screens, headphones_out, "")                                \
    PHRASE(screens, silent_hint, "")                                   \
    PHRASE(screens, paused_spoken, "")                                 \
    PHRASE(screens, paused_spoken_touch, "")                           \
    PHRASE(screens, paused_spoken_switch, "")                          \
    PHRASE(screens, settings_spoken, "")                               \
    PHRASE(screens, settings_spoken_touch, "")                         \
    PHRASE(screens, settings_spoken_switch, "")                        \
    PHRASE(screens, settings_count, "count")                           \
    PHRASE(screens, settings_kept, "")                                 \
    PHRASE(screens, all_normal_now, "")                                \
    PHRASE(screens, help_spoken, "")                                   \
    PHRASE(screens, help_spoken_touch, "")                             \
    PHRASE(screens, help_spoken_switch, "")                            \
    PHRASE(screens, curtain_drawn, "")                                 \
    PHRASE(screens, list_hint, "")                                     \
    PHRASE(screens, list_hint_touch, "")                               \
    PHRASE(screens, list_hint_explore, "")                             \
    PHRASE(screens, list_hint_switch, "")                              \
    PHRASE(screens, help_how, "")                                      \
    PHRASE(screens, help_how_touch, "")                                \
    PHRASE(screens, help_how_switch, "")                               \
    PHRASE(screens, article_hint, "")                                  \
    PHRASE(screens, article_hint_touch, "")                            \
    PHRASE(screens, article_hint_switch, "")                           \
    PHRASE(actions, back, "")                                          \
    PHRASE(actions, home, "")                                          \
    PHRASE(actions, previous_page, "")                                 \
    PHRASE(actions, next_page, "")                                     \
    PHRASE(actions, pause, "")                                         \
    PHRASE(actions, go_on, "")                                         \
    PHRASE(actions, once_more, "")                                     \
    PHRASE(actions, unclear, "")                                       \
    PHRASE(actions, from_the_start, "")                                \
    PHRASE(actions, previous_sentence, "")                             \
    PHRASE(actions, next_sentence, "")                                 \
    PHRASE(actions, previous_paragraph, "")                            \
    PHRASE(actions, next_paragraph, "")                                \
    PHRASE(actions, adjust, "")                                        \
    PHRASE(actions, adjusted, "")                                      \
    PHRASE(actions, slower, "")                                        \
    PHRASE(actions, faster, "")                                        \
    PHRASE(actions, quieter, "")                                       \
    PHRASE(actions, louder, "")                                        \
    PHRASE(actions, smaller, "")                                       \
    PHRASE(actions, larger, "")                                        \
    PHRASE(actions, settings, "")                                      \
    PHRASE(actions, more_settings, "")                                 \
    PHRASE(actions, less, "")                                          \
    PHRASE(actions, more, "")                                          \
    PHRASE(actions, all_normal, "")                                    \
    PHRASE(actions, help, "")                                          \
    PHRASE(actions, leave_help, "")                                    \
    PHRASE(actions, bring_lower, "")                                   \
    PHRASE(actions, hold_key, "key")                                   \
    PHRASE(actions, bring_back, "")                                    \
    PHRASE(counts, subjects_count, "count")                            \
    PHRASE(counts, articles_count, "count")                            \
    PHRASE(counts, page_of, "page pages")                              \
    PHRASE(counts, about_minutes, "minutes")                           \
    PHRASE(counts, minutes_left, "minutes")                            \
    PHRASE(counts, date_of_day, "year month day")                      \
    PHRASE(counts, date_of_month, "year month")                        \
    PHRASE(counts, date_of_year, "year")                               \
    PHRASE(spoken, spoken_subject, "number name count")                \
    PHRASE(spoken, spoken_subjects, "count")                           \
    PHRASE(spoken, spoken_heading, "name count")                       \
    PHRASE(sources, source_signed, "from date")                        \
    PHRASE(sources, source_unsigned, "from date")                      \
    PHRASE(sources, source_hall, "")                                   \
    PHRASE(sources, source_and_more, "source count")                   \
    PHRASE(spoken, spoken_entry, "number title minutes")               \
    PHRASE(spoken, spoken_entry_dated, "number title date minutes")    \
    PHRASE(spoken, spoken_setting, "number name step")                 \
    PHRASE(spoken, spoken_change, "name step")                         \
    PHRASE(spoken, spoken_adjustment, "name way")                      \
    PHRASE(spoken, where_subject, "subject")                           \
    PHRASE(spoken, spoken_where, "title paragraph paragraphs minutes") \
    PHRASE(spoken, spoken_offer, "number label")                       \
    PHRASE(spoken, offers_hint, "")                                    \
    PHRASE(spoken, offers_hint_touch, "")                              \
    PHRASE(spoken, offers_hint_switch, "")                             \
    PHRASE(spoken, would_open_subject, "number name")                  \
    PHRASE(spoken, would_open_entry, "number title minutes")           \
    PHRASE(spoken, would_press, "label")                               \
    PHRASE(spoken, spelled_out, "shown explained")                     \
    PHRASE(spoken, would_read_on, "")                                  \
    PHRASE(spoken, picture_follows, "")                                \
    PHRASE(spoken, published_long_ago, "date")                         \
    PHRASE(spoken, day_has_passed, "date")                             \
    PHRASE(spoken, heard_to_the_end, "title")                          \
    PHRASE(spoken, next_article, "title")                              \
    PHRASE(settings, set_size, "")                                     \
    PHRASE(settings, size_medium, "")                                  \
    PHRASE(settings, size_large, "")                                   \
    PHRASE(settings, size_very_large, "")                              \
    PHRASE(settings, size_largest, "")                                 \
    PHRASE(settings, set_rate, "")                                     \
    PHRASE(settings, rate_slowest, "")                                 \
    PHRASE(settings, rate_very_slow, "")                               \
    PHRASE(settings, rate_slower, "")                                  \
    PHRASE(settings, rate_normal, "")                                  \
    PHRASE(settings, rate_faster, "")                                  \
    PHRASE(settings, rate_very_fast, "")                               \
    PHRASE(settings, rate_fastest, "")                                 \
    PHRASE(settings, set_volume, "")                                   \
    PHRASE(settings, volume_softest, "")                               \
    PHRASE(settings, volume_very_soft, "")                             \
    PHRASE(settings, volume_softer, "")                                \
    PHRASE(settings, volume_normal, "")                                \
    PHRASE(settings, volume_louder, "")                                \
    PHRASE(settings, volume_very_loud, "")                             \
    PHRASE(settings, volume_loudest, "")                               \
    PHRASE(settings, volume_limit, "")                                 \
    PHRASE(settings, set_voice, "")                                    \
    PHRASE(settings, voice_low, "")                                    \
    PHRASE(settings, voice_high, "")                                   \
    PHRASE(settings, set_clarity, "")                                  \
    PHRASE(settings, clarity_off, "")                                  \
    PHRASE(settings, clarity_slower, "")                               \
    PHRASE(settings, clarity_lower, "")                                \
    PHRASE(settings, clarity_lifted, "")                               \
    PHRASE(settings, clarity_apart, "")                                \
    PHRASE(settings, set_theme, "")                                    \
    PHRASE(settings, theme_warm_white, "")                             \
    PHRASE(settings, theme_black_on_white, "")                         \
    PHRASE(settings, theme_white_on_black, "")                         \
    PHRASE(settings, theme_yellow_on_black, "")                        \
    PHRASE(settings, theme_black_on_yellow, "")                        \
    PHRASE(settings, theme_night, "")                                  \
    PHRASE(settings, set_lens, "")                                     \
    PHRASE(settings, lens_off, "")                                     \
    PHRASE(settings, lens_on, "")                                      \
    PHRASE(settings, set_pinyin, "")                                   \
    PHRASE(settings, pinyin_off, "")                                   \
    PHRASE(settings, pinyin_on, "")                                    \
    PHRASE(settings, set_onward, "")                                   \
    PHRASE(settings, onward_on, "")                                    \
    PHRASE(settings, onward_off, "")                                   \
    PHRASE(settings, set_dimming, "")                                  \
    PHRASE(settings, dimming_on, "")                                   \
    PHRASE(settings, dimming_off, "")                                  \
    PHRASE(settings, set_line, "")                                     \
    PHRASE(settings, line_off, "")                                     \
    PHRASE(settings, line_on, "")                                      \
    PHRASE(settings, set_motion, "")                                   \
    PHRASE(settings, motion_on, "")                                    \
    PHRASE(settings, motion_off, "")                                   \
    PHRASE(settings, set_touch, "")                                    \
    PHRASE(settings, touch_acts, "")                                   \
    PHRASE(settings, touch_tells, "")                                  \
    PHRASE(settings, set_reach, "")                                    \
    PHRASE(settings, reach_all, "")                                    \
    PHRASE(settings, reach_lower, "")                                  \
    PHRASE(settings, set_language, "")                                 \
    PHRASE(settings, set_curtain, "")                                  \
    PHRASE(settings, curtain_off, "")                                  \
    PHRASE(settings, curtain_on, "")                                   \
    PHRASE(keys, key_up, "")                                           \
    PHRASE(keys, key_down, "")                                         \
    PHRASE(keys, key_left, "")                                         \
    PHRASE(keys, key_right, "")                                        \
    PHRASE(keys, key_select, "")                                       \
    PHRASE(keys, key_back, "")                                         \
    PHRASE(keys, key_home, "")                                         \
    PHRASE(keys, key_next, "")                                         \
    PHRASE(keys, key_previous, "")                                     \
    PHRASE(keys, key_pause, "")                                        \
    PHRASE(keys, key_repeat, "")                                       \
    PHRASE(keys, key_where, "")                                        \
    PHRASE(keys, key_help, "")                                         \
    PHRASE(keys, key_copy, "")                                         \
    PHRASE(keys, key_slower, "")                                       \
    PHRASE(keys, key_faster, "")                                       \
    PHRASE(keys, key_cycle_rate, "")                                   \
    PHRASE(keys, key_unclear, "")                                      \
    PHRASE(keys, key_quieter, "")                                      \
    PHRASE(keys, key_louder, "")                                       \
    PHRASE(keys, key_smaller, "")                                      \
    PHRASE(keys, key_larger, "")                                       \
    PHRASE(keys, key_theme, "")                                        \
    PHRASE(keys, key_language, "")                                     \
    PHRASE(keys, key_pinyin, "")                                       \
    PHRASE(keys, key_settings, "")                                     \
    PHRASE(keys, key_curtain, "")                                      \
    PHRASE(keys, key_reach, "")                                        \
    PHRASE(keys, key_resume, "")                                       \
    PHRASE(keys, key_staff, "")                                        \
    PHRASE(keys, key_switch_move, "")                                  \
    PHRASE(keys, key_switch_choose, "")                                \
    PHRASE(keys, key_digit, "")                                        \
    PHRASE(key_helps, help_up, "")                                     \
    PHRASE(key_helps, help_down, "")                                   \
    PHRASE(key_helps, help_left, "")                                   \
    PHRASE(key_helps, help_right, "")                                  \
    PHRASE(key_helps, help_select, "")                                 \
    PHRASE(key_helps, help_back, "")                                   \
    PHRASE(key_helps, help_home, "")                                   \
    PHRASE(key_helps, help_next, "")                                   \
    PHRASE(key_helps, help_previous, "")                               \
    PHRASE(key_helps, help_pause, "")                                  \
    PHRASE(key_helps, help_repeat, "")                                 \
    PHRASE(key_helps, help_where, "")                                  \
    PHRASE(key_helps, help_help, "")                                   \
    PHRASE(key_helps, help_copy, "")                                   \
    PHRASE(key_helps, help_slower, "")                                 \
    PHRASE(key_helps, help_faster, "")                                 \
    PHRASE(key_helps, help_cycle_rate, "")                             \
    PHRASE(key_helps, help_unclear, "")                                \
    PHRASE(key_helps, help_quieter, "")                                \
    PHRASE(key_helps, help_louder, "")                                 \
    PHRASE(key_helps, help_smaller, "")                                \
    PHRASE(key_helps, help_larger, "")                                 \
    PHRASE(key_helps, help_theme, "")                                  \
    PHRASE(key_helps, help_language, "")                               \
    PHRASE(key_helps, help_pinyin, "")                                 \
    PHRASE(key_helps, help_settings, "")                               \
    PHRASE(key_helps, help_curtain, "")                                \
    PHRASE(key_helps, help_reach, "")                                  \
    PHRASE(key_helps, help_resume, "")                                 \
    PHRASE(key_helps, help_staff, "")                                  \
    PHRASE(key_helps, help_switch_move, "")                            \
    PHRASE(key_helps, help_switch_choose, "")                          \
    PHRASE(key_helps, help_digit, "")                                  \
    PHRASE(wizard, wizard_title, "")                                   \
    PHRASE(wizard, wizard_spoken, "")                                  \
    PHRASE(wizard, wizard_asks, "key")                                 \
    PHRASE(wizard, wizard_learned, "key")                              \
    PHRASE(wizard, wizard_kept, "key")                                 \
    PHRASE(wizard, wizard_taken, "key")                                \
    PHRASE(wizard, wizard_configured, "key")                           \
    PHRASE(wizard, wizard_passed, "key")                               \
    PHRASE(wizard, wizard_enough, "")                                  \
    PHRASE(wizard, wizard_leave, "")                                   \
    PHRASE(wizard, wizard_pass, "")                                    \
    PHRASE(wizard, wizard_known, "")                                   \
    PHRASE(wizard, wizard_done, "count")                               \
    PHRASE(wizard, hand_shut, "name")                                  \
    PHRASE(wizard, strange_key, "")                                    \
    PHRASE(wizard, keys_not_kept, "fault")                             \
    PHRASE(stick, stick_which, "name")                                 \
    PHRASE(stick, stick_title, "")                                     \
    PHRASE(stick, stick_seen, "")                                      \
    PHRASE(stick, stick_waits, "")                                     \
    PHRASE(stick, stick_ready, "")                                     \
    PHRASE(stick, stick_kept, "")                                      \
    PHRASE(stick, stick_reading, "")                                   \
    PHRASE(stick, stick_found, "count")                                \
    PHRASE(stick, stick_checking, "")                                  \
    PHRASE(stick, stick_arriving, "")                                  \
    PHRASE(stick, stick_progress, "number count")                      \
    PHRASE(stick, stick_progress_arriving, "number count")             \
    PHRASE(stick, stick_seconds_left, "seconds")                       \
    PHRASE(stick, stick_minutes_left, "minutes")                       \
    PHRASE(stick, stick_brings, "fresh replaced unchanged refused")    \
    PHRASE(stick, stick_remarks, "count worst")                        \
    PHRASE(stick, stick_take, "")                                      \
    PHRASE(stick, stick_take_only, "count")                            \
    PHRASE(stick, stick_look, "count")                                 \
    PHRASE(stick, stick_take_older, "")                                \
    PHRASE(stick, stick_leave, "")                                     \
    PHRASE(stick, stick_well, "")                                      \
    PHRASE(stick, stick_go_back, "")                                   \
    PHRASE(stick, stick_done, "")                                      \
    PHRASE(stick, stick_done_gone, "")                                 \
    PHRASE(stick, stick_receipt, "")                                   \
    PHRASE(stick, stick_no_receipt, "")                                \
    PHRASE(stick, stick_nothing_new, "")                               \
    PHRASE(stick, stick_left, "")                                      \
    PHRASE(stick, stick_pulled, "")                                    \
    PHRASE(stick, stick_going_back, "")                                \
    PHRASE(stick, stick_went_back, "")                                 \
    PHRASE(stick, stick_arrived, "")                                   \
    PHRASE(stick, stick_unformatted, "")                               \
    PHRASE(stick, stick_unmountable, "")                               \
    PHRASE(stick, remarks_title, "")                                   \
    PHRASE(stick, remarks_spoken, "count")                             \
    PHRASE(stick, remarks_hint, "")                                    \
    PHRASE(stick, remarks_hint_touch, "")                              \
    PHRASE(stick, remarks_hint_switch, "")                             \
    PHRASE(stick, spoken_remark, "number what")                        \
    PHRASE(stick, remark_corrected, "word pinyin")                     \
    PHRASE(stick, remark_corrected_spoken, "word")                     \
    PHRASE(stick, correcting_title, "")                                \
    PHRASE(stick, correcting_which, "number count")                    \
    PHRASE(stick, correcting_now, "")                                  \
    PHRASE(stick, correcting_keep, "word pinyin")                      \
    PHRASE(stick, correcting_keep_spoken, "")                          \
    PHRASE(stick, correcting_leave, "word pinyin")                     \
    PHRASE(stick, correcting_leave_spoken, "")                         \
    PHRASE(stick, correcting_kept, "")                                 \
    PHRASE(stick, correcting_left, "")                                 \
    PHRASE(stick, correcting_hint, "")                                 \
    PHRASE(stick, correcting_hint_touch, "")                           \
    PHRASE(stick, correcting_hint_switch, "")                          \
    PHRASE(stick, spoken_way, "number")                                \
    PHRASE(stick, remark_of_file, "file what")                         \
    PHRASE(stick, remark_at_line, "file line what")                    \
    PHRASE(stick, receipt_title, "")                                   \
    PHRASE(stick, receipt_came_in, "")                                 \
    PHRASE(stick, receipt_readings, "")                                \
    PHRASE(stick, receipt_remarks, "")                                 \
    PHRASE(stick, receipt_all_well, "")                                \
    PHRASE(staff, staff, "")                                           \
    PHRASE(staff, staff_hint, "")                                      \
    PHRASE(staff, staff_hint_touch, "")                                \
    PHRASE(staff, staff_hint_switch, "")                               \
    PHRASE(staff, staff_closed, "")                                    \
    PHRASE(staff, staff_not_kept, "fault")                             \
    PHRASE(staff, staff_yes, "")                                       \
    PHRASE(staff, staff_no, "")                                        \
    PHRASE(staff, staff_minutes, "minutes")                            \
    PHRASE(staff, spoken_row, "number label value")                    \
    PHRASE(staff, staff_articles, "")                                  \
    PHRASE(staff, staff_health, "")                                    \
    PHRASE(staff, staff_loudness, "")                                  \
    PHRASE(staff, staff_idle, "")                                      \
    PHRASE(staff, staff_languages, "")                                 \
    PHRASE(staff, staff_screen, "")                                    \
    PHRASE(staff, staff_keys, "")                                      \
    PHRASE(staff, staff_pin, "")                                       \
    PHRASE(staff, staff_leave, "")                                     \
    PHRASE(staff, pin_title, "")                                       \
    PHRASE(staff, pin_asked, "")                                       \
    PHRASE(staff, pin_choose, "")                                      \
    PHRASE(staff, pin_repeat, "")                                      \
    PHRASE(staff, pin_hint, "")                                        \
    PHRASE(staff, pin_hint_touch, "")                                  \
    PHRASE(staff, pin_hint_switch, "")                                 \
    PHRASE(staff, pin_would_press, "")                                 \
    PHRASE(staff, pin_easy, "")                                        \
    PHRASE(staff, pin_differs, "")                                     \
    PHRASE(staff, pin_wrong, "")                                       \
    PHRASE(staff, pin_wait, "seconds")                                 \
    PHRASE(staff, pin_wait_long, "minutes")                            \
    PHRASE(staff, pin_kept, "")                                        \
    PHRASE(staff, pin_not_kept, "fault")                               \
    PHRASE(staff, pin_wanted, "")                                      \
    PHRASE(staff, health_looking, "")                                  \
    PHRASE(staff, health_ills, "count")                                \
    PHRASE(staff, loudness_told, "")                                   \
    PHRASE(staff, loudness_times, "count")                             \
    PHRASE(staff, loudness_time, "from to")                            \
    PHRASE(staff, loudness_add, "")                                    \
    PHRASE(staff, loudness_from, "")                                   \
    PHRASE(staff, loudness_to, "")                                     \
    PHRASE(staff, loudness_most, "")                                   \
    PHRASE(staff, loudness_remove, "")                                 \
    PHRASE(staff, languages_told, "")                                  \
    PHRASE(staff, languages_one, "")                                   \
    PHRASE(staff, screen_told, "")                                     \
    PHRASE(staff, screen_width, "")                                    \
    PHRASE(staff, screen_percent, "percent")                           \
    PHRASE(staff, articles_told, "")                                   \
    PHRASE(staff, article_hidden, "")                                  \
    PHRASE(staff, article_until, "day")                                \
    PHRASE(staff, article_over, "day")                                 \
    PHRASE(staff, article_shown, "")                                   \
    PHRASE(staff, article_last_day, "")                                \
    PHRASE(staff, article_always, "")                                  \
    PHRASE(staff, article_up, "")                                      \
    PHRASE(staff, article_is_now, "number")                            \
    PHRASE(staff, article_is_first, "")                                \
    PHRASE(staff, article_listen, "")                                  \
    PHRASE(staff, library_go_back, "")                                 \
    PHRASE(staff, library_sure, "")                                    \
    PHRASE(staff, articles_went_back, "")                              \
    PHRASE(staff, staff_time, "")                                      \
    PHRASE(staff, staff_readings, "")                                  \
    PHRASE(staff, staff_trusted, "")                                   \
    PHRASE(staff, staff_stick, "")                                     \
    PHRASE(staff, clock_told, "")                                      \
    PHRASE(staff, clock_year, "")                                      \
    PHRASE(staff, clock_month, "")                                     \
    PHRASE(staff, clock_day, "")                                       \
    PHRASE(staff, clock_hour, "")                                      \
    PHRASE(staff, clock_minute, "")                                    \
    PHRASE(staff, clock_machine, "")                                   \
    PHRASE(staff, article_doubts, "")                                  \
    PHRASE(staff, doubts_looking, "")                                  \
    PHRASE(staff, doubts_told, "")                                     \
    PHRASE(staff, doubts_none, "")                                     \
    PHRASE(staff, doubts_kept, "")                                     \
    PHRASE(staff, readings_told, "")                                   \
    PHRASE(staff, readings_none, "")                                   \
    PHRASE(staff, readings_count, "count")                             \
    PHRASE(staff, reading_sure, "word")                                \
    PHRASE(staff, reading_gone, "word")                                \
    PHRASE(staff, reading_kept, "fault")                               \
    PHRASE(staff, trusted_told, "")                                    \
    PHRASE(staff, trusted_count, "count")                              \
    PHRASE(staff, trusted_row, "name id")                              \
    PHRASE(staff, trusted_is, "")                                      \
    PHRASE(staff, trusted_is_not, "")                                  \
    PHRASE(staff, trusted_new, "")                                     \
    PHRASE(staff, trusted_end, "name")                                 \
    PHRASE(staff, trusted_begin, "name id")                            \
    PHRASE(staff, trusted_fixed, "")                                   \
    PHRASE(staff, trusted_not_kept, "fault")                           \
    PHRASE(staff, stick_told, "")                                      \
    PHRASE(staff, stick_usage, "")                                     \
    PHRASE(staff, stick_settings, "")                                  \
    PHRASE(staff, stick_use, "")                                       \
    PHRASE(staff, stick_none, "")                                      \
    PHRASE(staff, stick_saving, "")                                    \
    PHRASE(staff, stick_saved, "names")                                \
    PHRASE(staff, stick_not_saved, "fault")                            \
    PHRASE(staff, staff_waiting, "")                                   \
    PHRASE(staff, waiting_count, "count")                              \
    PHRASE(staff, changes_title, "")                                   \
    PHRASE(staff, changes_told, "")                                    \
    PHRASE(staff, changes_same, "")                                    \
    PHRASE(staff, changes_wrong, "faults")                             \
    PHRASE(staff, changes_value, "before after")                       \
    PHRASE(staff, changes_take, "")                                    \
    PHRASE(staff, changes_taken, "")                                   \
    PHRASE(staff, changes_brought, "changes")                          \
    PHRASE(staff, changes_each, "label value")                         \
    PHRASE(staff, articles_ruled, "count")                             \
    PHRASE(staff, usage_file, "")                                      \
    PHRASE(staff, places_file, "")                                     \
    PHRASE(staff, log_file, "")                                        \
    PHRASE(staff, settings_file, "")                                   \
    PHRASE(staff, usage_day, "")                                       \
    PHRASE(staff, usage_subject, "")                                   \
    PHRASE(staff, usage_article, "")                                   \
    PHRASE(staff, usage_opened, "")                                    \
    PHRASE(staff, usage_heard, "")                                     \
    PHRASE(staff, usage_minutes, "")                                   \
    PHRASE(staff, usage_sentence, "")                                  \
    PHRASE(staff, usage_repeated, "")                                  \
    PHRASE(staff, usage_left, "")                                      \
    PHRASE(staff, log_time, "")                                        \
    PHRASE(staff, log_line, "")                                        \
    PHRASE(faults, fault_missing, "subject")                           \
    PHRASE(faults, fault_unreadable, "subject")                        \
    PHRASE(faults, fault_is_directory, "subject")                      \
    PHRASE(faults, fault_not_directory, "subject")                     \
    PHRASE(faults, fault_empty, "subject")                             \
    PHRASE(faults, fault_too_large, "subject")                         \
    PHRASE(faults, fault_binary, "subject")                            \
    PHRASE(faults, fault_kind_not_taken, "subject")                    \
    PHRASE(faults, fault_archive_not_taken, "subject")                 \
    PHRASE(faults, fault_table_not_taken, "subject")                   \
    PHRASE(faults, fault_picture_not_taken, "subject")                 \
    PHRASE(faults, fault_sound_not_taken, "subject")                   \
    PHRASE(faults, fault_program_not_taken, "subject")                 \
    PHRASE(faults, fault_pdf_not_taken, "subject")                     \
    PHRASE(faults, fault_web_archive_not_taken, "subject")             \
    PHRASE(faults, fault_address_not_taken, "subject")                 \
    PHRASE(faults, fault_renamed, "subject kind")                      \
    PHRASE(faults, fault_empty_page, "subject")                        \
    PHRASE(faults, fault_locked_not_taken, "subject")                  \
    PHRASE(faults, fault_damaged, "subject")                           \
    PHRASE(faults, fault_unwritable, "subject")                        \
    PHRASE(faults, fault_no_display, "")                               \
    PHRASE(faults, fault_no_sound, "")                                 \
    PHRASE(faults, fault_no_voice, "")                                 \
    PHRASE(faults, fault_no_font, "subject")                           \
    PHRASE(faults, fault_no_lexicon, "subject")                        \
    PHRASE(faults, fault_bad_language, "subject")                      \
    PHRASE(faults, fault_bad_setting, "subject")                       \
    PHRASE(faults, fault_bad_step, "subject")                          \
    PHRASE(faults, fault_link, "subject")                              \
    PHRASE(faults, fault_special_file, "subject")                      \
    PHRASE(faults, fault_too_deep, "subject")                          \
    PHRASE(faults, fault_long_name, "subject")                         \
    PHRASE(faults, fault_same_name, "subject")                         \
    PHRASE(faults, fault_too_many_files, "subject")                    \
    PHRASE(faults, fault_nothing_to_take, "subject")                   \
    PHRASE(faults, fault_source_gone, "subject")                       \
    PHRASE(faults, fault_changing, "subject")                          \
    PHRASE(faults, fault_picture_unused, "subject")                    \
    PHRASE(faults, fault_no_space, "subject")                          \
    PHRASE(faults, fault_not_library, "subject")                       \
    PHRASE(faults, fault_library_mended, "subject")                    \
    PHRASE(faults, fault_library_busy, "subject")                      \
    PHRASE(faults, fault_no_library_before, "subject")                 \
    PHRASE(faults, fault_no_library, "")                               \
    PHRASE(faults, fault_too_slow, "subject")                          \
    PHRASE(faults, fault_too_much_memory, "subject")                   \
    PHRASE(faults, fault_not_looked_at, "subject")                     \
    PHRASE(faults, fault_no_parser, "")                                \
    PHRASE(faults, fault_given_up, "subject")                          \
    PHRASE(faults, fault_not_well, "subject")                          \
    PHRASE(faults, fault_bad_key, "subject")                           \
    PHRASE(faults, fault_unsigned_pack, "subject")                     \
    PHRASE(faults, fault_bad_signature, "subject")                     \
    PHRASE(faults, fault_strange_key, "subject")                       \
    PHRASE(faults, fault_revoked_key, "subject")                       \
    PHRASE(faults, fault_bad_pack, "subject")                          \
    PHRASE(faults, fault_several_packs, "subject")                     \
    PHRASE(faults, fault_bad_pin, "")                                  \
    PHRASE(faults, fault_older_pack, "subject")                        \
    PHRASE(faults, with_detail, "fault detail")                        \
    PHRASE(mended, mended_broken_bytes, "")                            \
    PHRASE(mended, mended_unpaired_markup, "")                         \
    PHRASE(mended, mended_dropped, "")                                 \
    PHRASE(mended, mended_too_deep, "")                                \
    PHRASE(mended, mended_only_links, "")                              \
    PHRASE(mended, picture_number, "number")                           \
    PHRASE(mended, picture_missing, "")                                \
    PHRASE(mended, picture_elsewhere, "")                              \
    PHRASE(mended, picture_damaged, "")                                \
    PHRASE(mended, picture_too_large, "")                              \
    PHRASE(mended, picture_of_no_kind, "")                             \
    PHRASE(mended, picture_unsaid, "")                                 \
    PHRASE(own_readings, remark_line, "line remark")                   \
    PHRASE(own_readings, remark_no_equals_sign, "what")                \
    PHRASE(own_readings, remark_not_hanzi, "what")                     \
    PHRASE(own_readings, remark_too_long, "what longest")              \
    PHRASE(own_readings, remark_not_a_syllable, "what")                \
    PHRASE(own_readings, remark_no_tone, "what")                       \
    PHRASE(own_readings, remark_count_differs, "what hanzi syllables") \
    PHRASE(own_readings, remark_settled_before, "what before")         \
    PHRASE(check, found_not_shown, "shown code")                       \
    PHRASE(check, found_not_said, "shown")                             \
    PHRASE(check, found_surname, "shown around chosen others")         \
    PHRASE(check, found_polyphone, "shown around chosen others")       \
    PHRASE(check, found_reading_spoken, "shown")                       \
    PHRASE(check, found_same_title, "title other")                     \
    PHRASE(check, found_title_is_there, "title other")                 \
    PHRASE(check, found_garbled, "shown")                              \
    PHRASE(check, found_no_body, "shown")                              \
    PHRASE(check, found_enormous, "hours")                             \
    PHRASE(check, found_number, "shown said")                          \
    PHRASE(check, found_mixed, "shown said")                           \
    PHRASE(check, found_script, "shown said")                          \
    PHRASE(check, found_skipped, "shown")                              \
    PHRASE(check, found_unchecked, "shown")                            \
    PHRASE(check, checked_refused, "count names")                      \
    PHRASE(check, checked, "files refused findings")                   \
    PHRASE(importing, import_nothing_new, "")                          \
    PHRASE(importing, imported, "fresh replaced unchanged gone")       \
    PHRASE(importing, library_went_back, "subject")                    \
    PHRASE(health, health_of, "part state told")                       \
    PHRASE(health, health_apart, "")                                   \
    PHRASE(health, health_all_well, "")                                \
    PHRASE(health, health_unknown, "")                                 \
    PHRASE(health, part_screen, "")                                    \
    PHRASE(health, part_sound, "")                                     \
    PHRASE(health, part_hands, "")                                     \
    PHRASE(health, part_fonts, "")                                     \
    PHRASE(health, part_voices, "")                                    \
    PHRASE(health, part_articles, "")                                  \
    PHRASE(health, part_disk, "")                                      \
    PHRASE(health, part_time, "")                                      \
    PHRASE(health, part_heat, "")                                      \
    PHRASE(health, part_settings, "")                                  \
    PHRASE(health, part_versions, "")                                  \
    PHRASE(health, versions_told, "names")                             \
    PHRASE(health, state_well, "")                                     \
    PHRASE(health, state_worth_knowing, "")                            \
    PHRASE(health, state_ill, "")                                      \
    PHRASE(health, screen_well, "width height inches")                 \
    PHRASE(health, screen_guessed, "width height inches")              \
    PHRASE(health, sound_well, "names")                                \
    PHRASE(health, sound_by_server, "")                                \
    PHRASE(health, sound_busy, "names")                                \
    PHRASE(health, sound_none, "")                                     \
    PHRASE(health, sound_shut, "name")                                 \
    PHRASE(health, sound_muted, "name")                                \
    PHRASE(health, sound_gone, "name there")                           \
    PHRASE(health, sound_nowhere, "")                                  \
    PHRASE(health, hands_well, "names")                                \
    PHRASE(health, hands_none, "")                                     \
    PHRASE(health, hands_shut, "name")                                 \
    PHRASE(health, hands_shut_out, "names")                            \
    PHRASE(health, fonts_well, "")                                     \
    PHRASE(health, fonts_lacking, "characters count")                  \
    PHRASE(health, voices_well, "languages")                           \
    PHRASE(health, voice_mute, "language")                             \
    PHRASE(health, articles_well, "articles subjects")                 \
    PHRASE(health, articles_none, "")                                  \
    PHRASE(health, articles_shut, "file")                              \
    PHRASE(health, disk_well, "free")                                  \
    PHRASE(health, disk_low, "free")                                   \
    PHRASE(health, disk_shut, "folder")                                \
    PHRASE(health, clock_well, "date time")                            \
    PHRASE(health, clock_behind, "date")                               \
    PHRASE(health, clock_ahead, "date")                                \
    PHRASE(health, clock_forgets, "date time")                         \
    PHRASE(health, heat_well, "degrees")                               \
    PHRASE(health, heat_high, "degrees")                               \
    PHRASE(health, settings_well, "")

namespace tingdu::wording {

#define TINGDU_NAME(table, name, slots) name,
enum class Phrase { TINGDU_PHRASES(TINGDU_NAME) };
#undef TINGDU_NAME

#define TINGDU_ONE(table, name, slots) +1
inline constexpr int phrase_count = 0 TINGDU_PHRASES(TINGDU_ONE);
#undef TINGDU_ONE

}  // namespace tingdu::wording
