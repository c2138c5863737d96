<?php
/* Switches the filled WordPress to one variant. php variant.php DOCROOT HOST PERMALINK REST FEEDS */
[$_, $docroot, $host, $permalink, $rest, $feeds] = $argv;
$_SERVER['HTTP_HOST'] = $host;
require "$docroot/wp-load.php";
global $wp_rewrite;
update_option('uji_rest', $rest);
update_option('uji_feeds', $feeds);
$wp_rewrite->set_permalink_structure($permalink);
$wp_rewrite->flush_rules(false);
