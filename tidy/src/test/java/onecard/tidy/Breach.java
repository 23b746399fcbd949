package onecard.tidy;

/// A place where a rule is broken.
record Breach(String path, long line, String what) {
    @Override
    public String toString() {
        return path + ":" + line + " " + what;
    }
}
