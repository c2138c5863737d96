"""A sample province on loopback: offices of every kind of website, with the outcomes an audit must find."""

from auditor.demo.province import DemoProvince

__all__ = ["DemoProvince"]
