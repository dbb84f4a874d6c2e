/// placeholder to be replaced
public enum PrimeFieldSketch {}
