package onecard.platform.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamReader;

/// Gathers which styles of a workbook show dates.
final class XlsxStyles implements Consumer<XMLStreamReader> {
    private final Map<Integer, String> own = new HashMap<>();
    private final List<Integer> formats = new ArrayList<>();
    private boolean ofCells;

    @Override
    public void accept(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "numFmt" ->
                    own.put(
                            Numbers.whole(XlsxFile.attribute(xml, "numFmtId", "")),
                            XlsxFile.attribute(xml, "formatCode", ""));
            case "cellXfs" -> ofCells = true;
            case "cellStyles", "dxfs" -> ofCells = false;
            case "xf" -> {
                if (ofCells) {
                    formats.add(Numbers.whole(XlsxFile.attribute(xml, "numFmtId", "0")));
                }
            }
            default -> {}
        }
    }

    /// Returns the numbers of the styles that show dates.
    Set<Integer> dates() {
        return IntStream.range(0, formats.size())
                .filter(style -> {
                    int format = formats.get(style);
                    return Numbers.showsDate(format, own.getOrDefault(format, ""));
                })
                .boxed()
                .collect(Collectors.toSet());
    }
}
