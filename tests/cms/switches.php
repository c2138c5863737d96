<?php
/* A must-use plugin: REST and feeds as offices' "security" plugins switch them off. */
add_filter('rest_authentication_errors', fn($result) => get_option('uji_rest') === 'off'
    ? new WP_Error('rest_disabled', 'REST API dinonaktifkan.', ['status' => 401]) : $result);
foreach (['do_feed', 'do_feed_rdf', 'do_feed_rss', 'do_feed_rss2', 'do_feed_atom'] as $hook) {
    add_action($hook, function () {
        if (get_option('uji_feeds') === 'off') {
            wp_die('Umpan tidak tersedia.', '', ['response' => 403]);
        }
    }, 1);
}
add_action('init', function () {
    if (get_option('uji_feeds') === 'off') {
        remove_action('wp_head', 'feed_links', 2);
        remove_action('wp_head', 'feed_links_extra', 3);
    }
    if (get_option('uji_rest') === 'off') {
        remove_action('wp_head', 'rest_output_link_wp_head');
    }
});
