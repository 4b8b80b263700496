create table touchstone.half_made (n integer);
select from touchstone.nowhere;
