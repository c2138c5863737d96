<?php
/* Installs WordPress in Indonesian and fills it with what the manifest says. php fill.php DOCROOT MANIFEST */
[$_, $docroot, $manifest] = $argv;
$data = json_decode(file_get_contents($manifest), true);
$_SERVER['HTTP_HOST'] = $data['host'];
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
define('WP_INSTALLING', true);
require "$docroot/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/taxonomy.php';

wp_install($data['name'], 'humas', 'humas@contoh.invalid', true, '', wp_generate_password(), 'id_ID');
update_option('WPLANG', 'id_ID');
update_option('timezone_string', 'Asia/Jakarta');
update_option('date_format', 'j F Y');
update_option('default_comment_status', 'closed');
foreach (get_posts(['numberposts' => -1, 'post_type' => ['post', 'page'], 'post_status' => 'any']) as $sample) {
    wp_delete_post($sample->ID, true);
}

$categories = [];
foreach ($data['categories'] as $name) {
    $categories[$name] = wp_create_category($name);
}
foreach ($data['posts'] as $post) {
    $id = wp_insert_post([
        'post_title' => $post['title'],
        'post_content' => $post['content'],
        'post_status' => $post['status'],
        'post_date' => $post['date'],
        'post_date_gmt' => get_gmt_from_date($post['date']),
        'post_category' => array_map(fn($name) => $categories[$name], $post['categories']),
    ], true);
    if (is_wp_error($id)) {
        fwrite(STDERR, $id->get_error_message() . "\n");
        exit(1);
    }
    if ($post['sticky']) {
        stick_post($id);
    }
}
foreach ($data['pages'] as $page) {
    $content = $page['content'];
    foreach ($page['uploads'] as $name => $path) {
        $stored = wp_upload_bits($name, null, file_get_contents($path));
        $content .= sprintf('<p><a href="%s">%s</a></p>', $stored['url'], $page['label']);
    }
    wp_insert_post(['post_title' => $page['title'], 'post_name' => $page['slug'], 'post_content' => $content, 'post_status' => 'publish', 'post_type' => 'page']);
}
echo "terisi\n";
