package wrong.demo;

/** Stands for the demonstration data. */
public class Demo {}
